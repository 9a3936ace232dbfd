import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { getAudit, listAudit } from "./queries";

const db = useTestDatabase();
const grant = testGrant("audit.read");

/** Entry n: every minute one, operators o0 to o2, subjects s0 to s4, every tenth refers to the one before. */
beforeAll(async () => {
  const sql = db.superuser();
  await sql`
    select count(console.audit_append('id' || n % 3, 'o' || n % 3, null,
      case when n % 2 = 0 then 'archive.read' else 'message.read' end, 'done', 's' || n % 5,
      case when n % 10 = 0 then n - 1 end, '{"n":' || n || '}'))
    from generate_series(1, 300) n`;
  await sql.begin(async (tx) => {
    await tx`alter table console.audit_entry disable trigger audit_entry_append_only`;
    await tx`update console.audit_entry set at = '2026-01-01T00:00:00Z'::timestamptz + interval '1 minute' * seq`;
    await tx`alter table console.audit_entry enable always trigger audit_entry_append_only`;
  });
});

const seqs = async (filter: Parameters<typeof listAudit>[1]) =>
  (await listAudit(grant, filter)).entries.map(({ seq }) => seq);

test("newest first, page by page, each entry once", async () => {
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const page = await listAudit(grant, { before, limit: 70 });
    seen.push(...page.entries.map(({ seq }) => seq));
    before = page.next;
  } while (before !== null);
  expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => 300 - n));
});

test("an entry as it is shown", async () => {
  const [entry] = (await listAudit(grant, { before: 11, limit: 1 })).entries;
  expect(entry).toMatchObject({
    seq: 10,
    operatorId: "id1",
    operatorName: "o1",
    sessionId: null,
    action: "archive.read",
    phase: "done",
    subject: "s0",
    refersTo: 9,
    details: { n: 10 },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await getAudit(grant, 10)).toEqual(entry);
  expect(await getAudit(grant, 301)).toBeNull();
});

test("filters, alone and together", async () => {
  expect(await seqs({ operator: "o1", limit: 3 })).toEqual([298, 295, 292]);
  expect(await seqs({ action: "archive.read", limit: 2 })).toEqual([300, 298]);
  expect(await seqs({ subject: "s3", limit: 2 })).toEqual([298, 293]);
  expect(await seqs({ operator: "o1", action: "archive.read", subject: "s3", limit: 2 })).toEqual([
    298, 268,
  ]);
  expect(await seqs({ operator: "O1" })).toEqual([]);
  expect(await seqs({ subject: "' or true --" })).toEqual([]);
});

test("dates are inclusive at both ends", async () => {
  const from = "2026-01-01T00:10:00Z";
  const to = "2026-01-01T01:12:00+01:00";
  expect(await seqs({ from, to })).toEqual([12, 11, 10]);
  expect(await seqs({ from, limit: 1 })).toEqual([300]);
  expect(await seqs({ to })).toHaveLength(12);
  expect(await seqs({ from: "2030-01-01T00:00:00Z" })).toEqual([]);
  expect(await seqs({ to: "2020-01-01T00:00:00Z" })).toEqual([]);
});

test("a page has 1 to 500 entries", async () => {
  expect(await seqs({ limit: 0 })).toHaveLength(1);
  expect(await seqs({ limit: 1_000_000 })).toHaveLength(300);
});
