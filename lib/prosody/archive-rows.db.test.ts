import { describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { bareOf } from "@/lib/xmpp/jid";
import { readStanza } from "@/lib/xmpp/read-stanza";
import type { ArchiveRow } from "./archive-row";
import { fetchRows, rowsAfterUnprojected, rowsBeforeUnprojected } from "./archive-rows";

const ALICE = { host: "chat.example", user: "alice", stores: ["archive"] };
const all = { limit: 100_000, maxValueBytes: 1_000_000, from: null };
const place = (row: ArchiveRow) => ({ stamp: row.when, rowId: row.rowId });

describe.each(["prosody-0.12", "reference"] as const)("the door, %s", (fixture) => {
  const database = useTestDatabase({ fixture });

  test("gives the same rows, whatever the layout", async () => {
    const sql = pools().interactive;
    const rows = await rowsAfterUnprojected(sql, { ...ALICE, with: null }, all);
    const [raw] = await database.superuser()`
      select count(*)::int as n from prosodyarchive
      where host = 'chat.example' and "user" = 'alice' and store = 'archive'`;
    expect(rows).toHaveLength(raw?.n);
    expect(rows.every((row) => row.value.startsWith("<message") && !row.truncated)).toBe(true);
    expect(rows.every((row) => Number.isSafeInteger(row.rowId))).toBe(true);
    expect(new Set(rows.map((row) => row.rowId)).size).toBe(rows.length);
    const back = await rowsBeforeUnprojected(sql, { ...ALICE, with: null }, all);
    expect(back.map((row) => row.rowId)).toEqual(rows.map((row) => row.rowId).reverse());
  });

  test("pages in both directions meet without gap or overlap", async () => {
    const sql = pools().interactive;
    const scope = { ...ALICE, with: null };
    const whole = (await rowsBeforeUnprojected(sql, scope, { ...all, limit: 300 })).map(
      (r) => r.rowId,
    );
    const walked: number[] = [];
    let from: ReturnType<typeof place> | null = null;
    for (let page = 0; page < 6; page += 1) {
      const rows: ArchiveRow[] = await rowsBeforeUnprojected(sql, scope, {
        ...all,
        from,
        limit: 50,
      });
      walked.push(...rows.map((row) => row.rowId));
      from = place(rows.at(-1) as ArchiveRow);
    }
    expect(walked).toEqual(whole);
    const on = await rowsAfterUnprojected(sql, scope, {
      ...all,
      from,
      inclusive: true,
      limit: 300,
    });
    expect(on.map((row) => row.rowId)).toEqual(whole.toReversed());
  });

  test("one conversation where there is a column for it, else everything", async () => {
    const sql = pools().interactive;
    const rows = await rowsBeforeUnprojected(sql, { ...ALICE, with: "bob@chat.example" }, all);
    const whole = await rowsBeforeUnprojected(sql, { ...ALICE, with: null }, all);
    const sides = ({ value }: ArchiveRow) => {
      const { facts } = readStanza(value);
      return [bareOf(facts?.from ?? null), bareOf(facts?.to ?? null)];
    };
    if (fixture === "reference") {
      expect(rows).toEqual(whole);
      return;
    }
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.length).toBeLessThan(whole.length);
    expect(rows.filter((row) => !sides(row).includes("bob@chat.example"))).toEqual([]);
  });

  test("by id; unknown ids are left out, long values are cut", async () => {
    const sql = pools().interactive;
    const [row] = await rowsBeforeUnprojected(sql, { ...ALICE, with: null }, { ...all, limit: 1 });
    if (!row) throw new Error("alice has rows");
    expect(await fetchRows(sql, [row.rowId, 123_456_789_012], 1_000_000)).toEqual([row]);
    const [cut] = await fetchRows(sql, [row.rowId], 40);
    expect(cut).toMatchObject({ truncated: true, sizeBytes: row.sizeBytes });
    expect(row.value.startsWith(cut?.value ?? "?")).toBe(true);
  });

  test("rooms have no other side", async () => {
    const scope = { host: "rooms.chat.example", user: "general", stores: ["muc_log"], with: null };
    const rows = await rowsBeforeUnprojected(pools().interactive, scope, { ...all, limit: 20 });
    expect(rows).toHaveLength(20);
    expect(new Set(rows.map((row) => row.with))).toEqual(new Set([null]));
  });
});
