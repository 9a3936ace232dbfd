import { describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { grantFor } from "@/lib/auth/grant-for";
import { openReveal } from "@/lib/auth/reading";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { withSecret } from "@/lib/testing/secret";
import { indexAll } from "@/lib/testing/stages";
import { HOSTILE } from "@/scripts/demo/hostile.mjs";
import { accessOf } from "./access";
import { MAX_EXPORTED, type SearchCriteria } from "./criteria";
import { exportHits } from "./export-hits";
import { parseQuery } from "./language/parse-query";
import { searchMetadata } from "./queries/search";

const db = useTestDatabase({ fixture: "prosody-0.12", adopted: true, indexed: true });
withSecret();

const sam = testGrant("search.metadata", ["support"], "sam");
const anna = testGrant("search.metadata", ["compliance"], "anna");
const about = (text: string): SearchCriteria => ({
  query: parseQuery(text),
  zone: "UTC",
  order: "oldest",
  before: null,
  limit: 50,
  copies: "rows",
});
const idle = () => new AbortController().signal;
const trail = async () => {
  const { entries } = await listAudit(testGrant("audit.read"), { action: "search.export" });
  return entries.slice(0, 2);
};

async function fileOf(grant: typeof sam, text: string): Promise<string> {
  const stream = await exportHits(await accessOf(grant, about(text)), about(text), idle());
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("utf8");
}

describe("the hit list as a file", () => {
  test("without a reading it has no word, nor a column for one", async () => {
    const file = await fileOf(sam, "kind:text");
    const [head = "", ...lines] = file.trimEnd().split("\n");
    expect(head.startsWith("\ufeffnumber,row_id,time_utc,")).toBe(true);
    expect(head).not.toMatch(/text|subject/);
    expect(lines.length).toBeGreaterThan(20);
    for (const body of HOSTILE.filter((it) => it.length > 5)) expect(file).not.toContain(body);
    expect(await trail()).toMatchObject([
      { phase: "answered", details: { rows: lines.length, cut: false } },
      { phase: "asked", subject: "metadata" },
    ]);
  });

  test("words cannot be asked without a reading, and the attempt serves nothing", async () => {
    const asked = await trail();
    await expect(fileOf(sam, "hello")).rejects.toMatchObject({ code: "forbidden" });
    await expect(fileOf(anna, "hello")).rejects.toMatchObject({ code: "no-reading" });
    const [last] = await trail();
    expect(last).toMatchObject({ phase: "asked" });
    expect(last?.seq).toBeGreaterThan(asked[0]?.seq ?? 0);
  });

  test("under a reading it has the words, and no cell is a formula", async () => {
    const everything = { host: null, user: null } as const;
    const reason = "Ticket 4711, the hit list";
    await openReveal(grantFor(anna.operator, "archive.read"), { ...everything, reason });
    const file = await fileOf(anna, "kind:text");
    expect(file.split("\n", 1)[0]).toMatch(/,subject,text,text_cut$/);
    for (const body of HOSTILE.filter((it) => it !== "" && !/[",\n\r\t]|^[=+\-@]/.test(it)))
      expect(file).toContain(body);
    expect(file).toContain("'=cmd|' /C calc'!A0");
    expect(file).toContain(",'+1+1,");
    expect(file).not.toMatch(/(^|,|")[=+@](?!\d+,)/m);
    const [answered, asked] = await trail();
    expect(answered).toMatchObject({ phase: "answered", refersTo: asked?.seq });
    expect(asked).toMatchObject({ subject: "*", details: { readings: [expect.any(String)] } });
  });

  test("ends after ten thousand rows and says so", async () => {
    await db.superuser()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select host, "user", store, key || '-' || i, "when", "with", type, value
      from (select * from prosodyarchive where store = 'archive' limit 400) few,
        generate_series(1, 30) i`;
    await indexAll();
    const lines = (await fileOf(sam, "after:2000")).trimEnd().split("\n");
    expect(lines).toHaveLength(1 + MAX_EXPORTED + 1);
    expect(lines.at(-1)).toMatch(/only the first 10000 rows are in this file/);
    const ids = lines.slice(1, -1).map((it) => it.split(",")[1]);
    expect(new Set(ids).size).toBe(MAX_EXPORTED);
    expect((await trail())[0]).toMatchObject({ details: { rows: MAX_EXPORTED, cut: true } });
  });

  test("whoever goes away ends it, and it is not on the trail as answered", async () => {
    const gone = new AbortController();
    const stream = await exportHits(
      await accessOf(sam, about("after:2000")),
      about("after:2000"),
      gone.signal,
    );
    const reader = stream.getReader();
    await reader.read();
    gone.abort();
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow();
    expect((await trail())[0]).toMatchObject({ phase: "asked" });
  });
});

test("a search whose reader goes away is ended in PostgreSQL within two seconds", async () => {
  const gone = new AbortController();
  const blocker = await db.superuser().reserve();
  await blocker`begin`;
  await blocker`lock table console.message in access exclusive mode`;
  const waiting = () => db.superuser()<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%console.message%'`;
  try {
    const search = searchMetadata(sam, about("kind:text"), gone.signal);
    const outcome = expect(search).rejects.toMatchObject({ code: "unavailable" });
    await expect.poll(async () => (await waiting()).length, { timeout: 4_000 }).toBeGreaterThan(0);
    gone.abort();
    await outcome;
    await expect.poll(async () => (await waiting()).length, { timeout: 2_000 }).toBe(0);
  } finally {
    await blocker`rollback`;
    blocker.release();
  }
});
