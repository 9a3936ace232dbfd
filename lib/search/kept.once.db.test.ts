import { beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { withSecret } from "@/lib/testing/secret";
import { forgetOldSearches } from "./commands/forget-old";
import { clearHistory, forgetSearch } from "./commands/history";
import { keepSearch } from "./commands/keep";
import { removeSearch, renameSearch, saveSearch, shareSearch } from "./commands/saved";
import { getSearch, listSearches } from "./queries/kept";

const db = useTestDatabase();
withSecret();

const anna = testGrant("search.metadata", ["compliance"], "anna");
const berta = testGrant("search.metadata", ["admin"], "berta");
const sam = testGrant("search.metadata", ["support"], "sam");
const auditor = testGrant("audit.read");
const tender = { words: "tender Ferreira", filters: "in:northquay.example" };
const wordless = { words: "", filters: "kind:call" };
const trail = async () => (await listAudit(auditor, { limit: 1 })).entries[0];
const age = (id: string, days: number) => db.superuser()`
  update console.search set used_at = now() - interval '1 day' * ${days} where id = ${id}`;

beforeEach(async () => {
  await db.superuser()`delete from console.search`;
});

describe("history of oneself", () => {
  test("newest first, the same search once, nobody else's", async () => {
    const { id: first } = await keepSearch(anna, tender);
    const { id: second } = await keepSearch(anna, wordless);
    expect((await listSearches(anna)).recent.map((it) => it.id)).toEqual([second, first]);
    await age(second, 1);
    expect(await keepSearch(anna, tender)).toEqual({ id: first, isNew: false });
    expect(await listSearches(anna)).toMatchObject({
      recent: [{ id: first, ...tender, name: null, by: null }, { id: second }],
      saved: [],
    });
    expect((await listSearches(berta)).recent).toEqual([]);
    await expect(getSearch(berta, first)).rejects.toMatchObject({ code: "not-found" });
    expect(await keepSearch(berta, tender)).toEqual({
      id: expect.not.stringContaining(first),
      isNew: true,
    });
  });

  test("the same asked several times at once is one entry", async () => {
    const kept = await Promise.all(Array.from({ length: 8 }, () => keepSearch(anna, tender)));
    expect(new Set(kept.map((it) => it.id)).size).toBe(1);
    expect(kept.filter((it) => it.isNew)).toHaveLength(1);
    expect((await listSearches(anna)).recent).toHaveLength(1);
  });

  test("a step of typing gives way to what was typed, one's own and unnamed only", async () => {
    const { id: step } = await keepSearch(anna, { words: "ten", filters: "" });
    await keepSearch(berta, tender, step);
    await getSearch(anna, step);
    const { id } = await keepSearch(anna, tender, step);
    expect((await listSearches(anna)).recent.map((it) => it.id)).toEqual([id]);
    const saved = await saveSearch(anna, { ...tender, name: "Tender", shared: false });
    await keepSearch(anna, wordless, saved);
    await getSearch(anna, saved);
    const { id: shown } = await keepSearch(anna, { words: "cra", filters: "" });
    await keepSearch(anna, { words: "cra", filters: "" });
    await keepSearch(anna, { words: "crane", filters: "" }, shown);
    await getSearch(anna, shown);
  });

  test("one entry or all of it can go, and the trail says how much", async () => {
    const { id: first } = await keepSearch(anna, tender);
    await keepSearch(anna, wordless);
    await expect(forgetSearch(berta, first)).rejects.toMatchObject({ code: "not-found" });
    await expect(forgetSearch(anna, "no uuid")).rejects.toMatchObject({ code: "not-found" });
    await forgetSearch(anna, first);
    expect((await listSearches(anna)).recent).toHaveLength(1);
    const saved = await saveSearch(anna, { ...tender, name: "Tender", shared: false });
    const { id: theirs } = await keepSearch(berta, tender);
    expect(await clearHistory(anna)).toBe(1);
    expect(await trail()).toMatchObject({ action: "search.forget", details: { entries: 1 } });
    expect(await clearHistory(anna)).toBe(0);
    await getSearch(anna, saved);
    await getSearch(berta, theirs);
  });

  test("thirty days after it was asked last the worker removes it, and what is saved stays", async () => {
    const { id: old } = await keepSearch(anna, tender);
    const { id: fresh } = await keepSearch(anna, wordless);
    const saved = await saveSearch(anna, { ...tender, name: "Tender", shared: false });
    await age(old, 31);
    await age(fresh, 29);
    await age(saved, 500);
    expect((await listSearches(anna)).recent.map((it) => it.id)).toEqual([fresh]);
    expect(await forgetOldSearches()).toBe(1);
    const left = await db.superuser()<{ id: string }[]>`select id from console.search`;
    expect(left.map((it) => it.id).sort()).toEqual([fresh, saved].sort());
  });
});

describe("saved searches", () => {
  test("private until shared; others may run it, not change it", async () => {
    const id = await saveSearch(anna, { ...tender, name: "Tender", shared: false });
    expect((await listSearches(berta)).saved).toEqual([]);
    await shareSearch(anna, id, true);
    expect(await getSearch(berta, id)).toMatchObject({
      ...tender,
      name: "Tender",
      by: "test:anna",
    });
    for (const change of [
      () => renameSearch(berta, id, "Mine"),
      () => shareSearch(berta, id, false),
      () => removeSearch(berta, id),
    ])
      await expect(change()).rejects.toMatchObject({ code: "not-found" });
    await renameSearch(anna, id, "Dock 2");
    expect((await listSearches(berta)).saved).toMatchObject([{ name: "Dock 2" }]);
    await removeSearch(anna, id);
    expect(await listSearches(anna)).toEqual({ saved: [], recent: [] });
  });

  test("history is no saved search: it cannot be renamed or shared", async () => {
    const { id } = await keepSearch(anna, tender);
    await expect(renameSearch(anna, id, "Tender")).rejects.toMatchObject({ code: "not-found" });
    await expect(shareSearch(anna, id, true)).rejects.toMatchObject({ code: "not-found" });
  });

  test("every change is on the trail, and neither words nor names are", async () => {
    const id = await saveSearch(anna, { ...tender, name: "Ferreira affair", shared: true });
    expect(await trail()).toMatchObject({
      action: "search.save",
      subject: id,
      details: { filters: tender.filters, words: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    await renameSearch(anna, id, "Ferreira and Volkov");
    expect((await trail())?.action).toBe("search.rename");
    await shareSearch(anna, id, false);
    expect(await trail()).toMatchObject({ action: "search.share", details: { shared: false } });
    await removeSearch(anna, id);
    expect((await trail())?.action).toBe("search.remove");
    const everything = JSON.stringify(await db.superuser()`select * from console.audit_entry`);
    expect(everything).toContain(id);
    for (const word of ["tender", "Ferreira", "Volkov"]) expect(everything).not.toContain(word);
  });
});

test("who may not search text keeps no words and is shown none", async () => {
  await expect(keepSearch(sam, tender)).rejects.toMatchObject({ code: "forbidden" });
  const refused = saveSearch(sam, { ...tender, name: "Tender", shared: false });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  const worded = await saveSearch(anna, { ...tender, name: "Tender", shared: true });
  const calls = await saveSearch(anna, { ...wordless, name: "Calls", shared: true });
  await expect(getSearch(sam, worded)).rejects.toMatchObject({ code: "not-found" });
  expect((await listSearches(sam)).saved.map((it) => it.id)).toEqual([calls]);
  expect((await listSearches(berta)).saved.map((it) => it.id)).toEqual([calls, worded]);
  await keepSearch(sam, wordless);
  expect((await listSearches(sam)).recent).toMatchObject([wordless]);
});
