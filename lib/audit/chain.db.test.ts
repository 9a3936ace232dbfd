import fc from "fast-check";
import type { Sql, TransactionSql } from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { chainHash } from "./chain";
import { recordAudit } from "./record";
import { verifyAudit } from "./verify";

const db = useTestDatabase();
const grant = testGrant("audit.read");

const verify = () => verifyAudit(grant);
const append = (subject: string) =>
  recordAudit(grant, { action: "archive.read", phase: "done", subject, details: { n: 1 } });

/** What only PostgreSQL's superuser can do: the triggers are switched off around it. */
function tamper(change: (tx: TransactionSql) => Promise<unknown>): Promise<unknown> {
  return db.superuser().begin(async (tx) => {
    await tx`alter table console.audit_entry disable trigger all`;
    await tx`alter table console.audit_head disable trigger all`;
    await change(tx);
    await tx`alter table console.audit_entry enable always trigger audit_entry_append_only`;
    await tx`alter table console.audit_head enable always trigger audit_head_stays`;
  });
}

beforeEach(async () => {
  await tamper(async (tx) => {
    await tx`delete from console.audit_entry`;
    await tx`update console.audit_head set seq = 0, hash = repeat('0', 64)`;
  });
  for (let n = 1; n <= 9; n++) await append(`person${n}@example.org`);
});

test("an untouched chain verifies, and an empty one", async () => {
  expect(await verify()).toEqual({ ok: true, entries: 9, firstBad: null, checkpoints: null });
  await tamper(async (tx) => {
    await tx`delete from console.audit_entry`;
    await tx`update console.audit_head set seq = 0, hash = repeat('0', 64)`;
  });
  expect(await verify()).toEqual({ ok: true, entries: 0, firstBad: null, checkpoints: null });
});

describe("tampering is found, at the first bad entry", () => {
  const cases: [string, number, (tx: TransactionSql) => Promise<unknown>][] = [
    ["a subject edited", 4, (tx) => tx`update console.audit_entry set subject = 'x' where seq = 4`],
    ["a time edited", 4, (tx) => tx`update console.audit_entry set at = at + '1ms' where seq = 4`],
    [
      "a canonical text edited",
      4,
      (tx) =>
        tx`update console.audit_entry set canonical = replace(canonical, 'person4', 'person5') where seq = 4`,
    ],
    [
      "a hash edited",
      4,
      (tx) => tx`update console.audit_entry set hash = repeat('1', 64) where seq = 4`,
    ],
    ["an edited entry hashed anew", 5, (tx) => rehash(tx, 4)],
    ["an entry dropped", 4, (tx) => tx`delete from console.audit_entry where seq = 4`],
    ["the first entry dropped", 1, (tx) => tx`delete from console.audit_entry where seq = 1`],
    ["a tail cut", 8, (tx) => tx`delete from console.audit_entry where seq >= 8`],
    ["everything dropped", 1, (tx) => tx`delete from console.audit_entry`],
    ["two entries swapped", 4, (tx) => swap(tx, 4, 5)],
    ["an entry inserted before the first", 0, (tx) => copy(tx, 4, 0)],
    ["an entry inserted after the end", 10, (tx) => copy(tx, 9, 10)],
    [
      "a well-made entry after the recorded end",
      9,
      (tx) => tx`update console.audit_head set seq = 8, hash =
        (select hash from console.audit_entry where seq = 8)`,
    ],
    [
      "a head of another chain",
      9,
      (tx) => tx`update console.audit_head set hash = repeat('2', 64)`,
    ],
    ["the head dropped", 10, (tx) => tx`delete from console.audit_head`],
  ];

  test.each(cases)("%s", async (_, seq, change) => {
    await tamper(change);
    const verdict = await verify();
    await db.superuser()`
      insert into console.audit_head values (true, 0, '') on conflict do nothing`;
    expect(verdict.ok).toBe(false);
    expect(verdict.firstBad?.seq).toBe(seq);
  });
});

async function rehash(tx: TransactionSql, seq: number) {
  const [row] = await tx<{ canonical: string; previous: string }[]>`
    update console.audit_entry set subject = 'x', canonical = replace(canonical, 'person4@example.org', 'x')
    where seq = ${seq} returning canonical, previous_hash as previous`;
  await tx`update console.audit_entry set hash = ${chainHash(row!.previous, row!.canonical)}
    where seq = ${seq}`;
}

async function swap(tx: TransactionSql, one: number, other: number) {
  await tx`update console.audit_entry set seq = -1 where seq = ${one}`;
  await tx`update console.audit_entry set seq = ${one} where seq = ${other}`;
  await tx`update console.audit_entry set seq = ${other} where seq = -1`;
}

const copy = (tx: TransactionSql, from: number, to: number) => tx`
  insert into console.audit_entry
  select ${to}, at, operator_id, operator_name, action, phase, subject, refers_to, canonical,
    previous_hash, hash from console.audit_entry where seq = ${from}`;

test("a chain longer than one batch is walked to its end", async () => {
  await db.superuser()`
    select count(console.audit_append('o', 'o', null, 'archive.read', 'done', 's', null, '{}'))
    from generate_series(1, 2100)`;
  expect(await verify()).toEqual({ ok: true, entries: 2109, firstBad: null, checkpoints: null });
  await tamper((tx) => tx`delete from console.audit_entry where seq = 1500`);
  expect((await verify()).firstBad).toEqual({ seq: 1500, why: "missing" });
});

test("appends from 20 connections at once make one chain without gaps", async () => {
  const url = db.url();
  const { default: postgres } = await import("postgres");
  const clients = Array.from({ length: 20 }, () => postgres(url, { max: 1, onnotice: () => {} }));
  const appendOften = async (sql: Sql) => {
    for (let n = 0; n < 10; n++) {
      await sql
        .begin(async (tx) => {
          await tx`set local role muniment_web`;
          await tx`select console.audit_append('o', 'o', null, 'archive.read', 'done', 's', null, '{}')`;
          if (n % 5 === 4) throw new Error("rolled back");
        })
        .catch((error: Error) => expect(error.message).toBe("rolled back"));
    }
  };
  await Promise.all(clients.map(appendOften));
  await Promise.all(clients.map((sql) => sql.end()));
  expect(await verify()).toEqual({
    ok: true,
    entries: 9 + 20 * 8,
    firstBad: null,
    checkpoints: null,
  });
});

test("any text makes the same canonical form in PostgreSQL as in JavaScript", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.jsonValue(), async (subject, value) => {
      await recordAudit(grant, {
        action: "archive.read",
        phase: "done",
        subject: `${subject}\u007f\u2028\b\f\u0001`,
        details: { value: value as string, [subject]: "k" },
      });
    }),
    { numRuns: 150 },
  );
  expect((await verify()).firstBad).toBeNull();
});

describe("append-only", () => {
  test.each([
    "update console.audit_entry set subject = 'x'",
    "delete from console.audit_entry",
    "truncate console.audit_entry",
    "delete from console.audit_head",
    "truncate console.audit_head",
  ])("%s is refused to the superuser and to our own login", async (statement) => {
    await expect(db.superuser().unsafe(statement)).rejects.toThrow(/append-only/);
    await expect(pools().interactive.unsafe(statement)).rejects.toThrow(/permission denied/);
    await expect(
      db.superuser().begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx.unsafe(statement);
      }),
    ).rejects.toThrow(/append-only/);
  });

  test("no role of ours inserts by itself or moves the end", async () => {
    for (const sql of [pools().interactive, pools().jobs]) {
      await expect(
        sql`insert into console.audit_entry select * from console.audit_entry`,
      ).rejects.toThrow(/permission denied/);
      await expect(sql`update console.audit_head set seq = 0`).rejects.toThrow(/permission denied/);
    }
  });

  test.each([
    ["a phase that does not exist", ["archive.read", "maybe", null, "{}"]],
    ["an action that is none", ["x'; --", "done", null, "{}"]],
    ["details that smuggle members", ["archive.read", "done", null, '{},"seq":7']],
    ["details that are no object", ["archive.read", "done", null, "[]"]],
    ["an answer to what was never asked", ["archive.read", "answered", 99, "{}"]],
  ] as const)("%s is refused", async (_, [action, phase, refersTo, details]) => {
    await expect(
      pools().interactive`select console.audit_append('o', 'o', null, ${action}, ${phase}, 's',
        ${refersTo}, ${details})`,
    ).rejects.toThrow();
    expect((await verify()).entries).toBe(9);
  });
});
