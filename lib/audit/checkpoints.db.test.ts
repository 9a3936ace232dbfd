import { createPublicKey, verify as verifySignature } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { useDataFolder } from "@/lib/testing/data-folder";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { canonicalJson } from "./canonical";
import { chainHash, GENESIS } from "./chain";
import { keepCheckpoint } from "./keep-checkpoint";
import { recordAudit } from "./record";
import { verifyAudit } from "./verify";

const folder = path.join(useDataFolder(), "audit-checkpoints");
const database = useTestDatabase();
const grant = testGrant("audit.read");

const append = (subject: string) =>
  recordAudit(grant, { action: "archive.read", phase: "done", subject });
const listFile = () =>
  path.join(folder, readdirSync(folder).find((it) => it.endsWith(".jsonl")) ?? "");
const lines = () => readFileSync(listFile(), "utf8").split("\n").filter(Boolean);

/** What only PostgreSQL's superuser can do, and takes back. */
async function tamperedWith<T>(
  change: (tx: TransactionSql) => Promise<unknown>,
  look: () => Promise<T>,
): Promise<T> {
  const sql = database.superuser();
  const [entries, head] = [
    await sql`select * from console.audit_entry`,
    await sql`select * from console.audit_head`,
  ];
  const unguarded = (work: (tx: TransactionSql) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      await tx`alter table console.audit_entry disable trigger all`;
      await tx`alter table console.audit_head disable trigger all`;
      await work(tx);
      await tx`alter table console.audit_entry enable always trigger audit_entry_append_only`;
      await tx`alter table console.audit_head enable always trigger audit_head_stays`;
    });
  await unguarded(change);
  const seen = await look();
  await unguarded(async (tx) => {
    await tx`delete from console.audit_entry`;
    await tx`delete from console.audit_head`;
    await tx`insert into console.audit_entry ${tx([...entries])}`;
    await tx`insert into console.audit_head ${tx([...head])}`;
  });
  return seen;
}

const cutTail = (tx: TransactionSql, from: number) => tx`
  with cut as (delete from console.audit_entry where seq >= ${from})
  update console.audit_head set seq = ${from - 1},
    hash = (select hash from console.audit_entry where seq = ${from - 1})`;

/** A chain that follows from its beginning, in which one subject is another. */
async function rewrite(tx: TransactionSql): Promise<void> {
  const rows = await tx<{ seq: string; canonical: string }[]>`
    select seq, canonical from console.audit_entry order by seq`;
  let hash = GENESIS;
  for (const { seq, canonical } of rows) {
    const text = canonical.replace("person2@", "nobody@");
    const next = chainHash(hash, text);
    await tx`update console.audit_entry set canonical = ${text}, previous_hash = ${hash}, hash = ${next},
      subject = replace(subject, 'person2@', 'nobody@') where seq = ${seq}`;
    hash = next;
  }
  await tx`update console.audit_head set hash = ${hash}`;
}

beforeAll(async () => {
  for (let n = 1; n <= 4; n++) await append(`person${n}@example.org`);
});

test("the end is signed once, until something is written; the key is nobody else's", async () => {
  expect((await verifyAudit(grant)).checkpoints).toBeNull();
  expect(await keepCheckpoint()).toEqual({ kept: true, brokenAt: null });
  expect(await keepCheckpoint()).toEqual({ kept: false, brokenAt: null });
  await append("person5@example.org");
  expect(await keepCheckpoint()).toEqual({ kept: true, brokenAt: null });
  expect(lines()).toHaveLength(2);
  expect(await verifyAudit(grant)).toMatchObject({
    ...{ ok: true, entries: 5, firstBad: null },
    checkpoints: { count: 2, last: { seq: 5 }, strange: 0 },
  });
  for (const file of readdirSync(folder)) {
    expect(statSync(path.join(folder, file)).mode & 0o077).toBe(0);
  }
});

test("who has only the public key can check a line", () => {
  const { signature, ...rest } = JSON.parse(lines()[0] ?? "{}") as { signature: string };
  const key = createPublicKey(readFileSync(path.join(folder, "public.pem")));
  const says = (text: string) =>
    verifySignature(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
  expect(says(canonicalJson(rest))).toBe(true);
  expect(says(canonicalJson({ ...rest, seq: 3 }))).toBe(false);
});

describe("what a plain chain does not notice", () => {
  test("a tail that was cut together with the recorded end", async () => {
    const [verdict, kept] = await tamperedWith(
      (tx) => cutTail(tx, 5),
      async () => [await verifyAudit(grant), await keepCheckpoint()] as const,
    );
    expect(verdict).toMatchObject({ ok: false, entries: 4, firstBad: { seq: 5 } });
    // Nothing is signed over it.
    expect(kept).toMatchObject({ kept: false, brokenAt: { seq: 5 } });
  });

  test("a tail that was cut and grew again", async () => {
    const verdict = await tamperedWith(
      (tx) => cutTail(tx, 4),
      async () => {
        for (let n = 0; n < 4; n++) await append("another");
        expect(await keepCheckpoint()).toMatchObject({ kept: false, brokenAt: { seq: 5 } });
        return verifyAudit(grant);
      },
    );
    expect(verdict).toMatchObject({ ok: false, entries: 3, firstBad: { seq: 4 } });
  });

  test("a chain that was made anew from its beginning", async () => {
    const verdict = await tamperedWith(rewrite, () => verifyAudit(grant));
    expect(verdict).toMatchObject({ ok: false, entries: 3, firstBad: { seq: 4 } });
  });

  test("an emptied trail", async () => {
    const verdict = await tamperedWith(
      async (tx) => {
        await tx`delete from console.audit_entry`;
        await tx`update console.audit_head set seq = 0, hash = ${GENESIS}`;
      },
      () => verifyAudit(grant),
    );
    expect(verdict).toMatchObject({ ok: false, entries: 0, firstBad: { seq: 1 } });
  });
});

test("half a line of a power cut, and a line that is not ours, count for nothing", async () => {
  const forged = { ...JSON.parse(lines()[0] ?? "{}"), seq: 1_000 };
  appendFileSync(listFile(), `${JSON.stringify(forged)}\n{"at":"2026-`);
  await append("person6@example.org");
  expect(await keepCheckpoint()).toEqual({ kept: true, brokenAt: null });
  expect(await verifyAudit(grant)).toMatchObject({
    ok: true,
    checkpoints: { count: 3, last: { seq: 6 }, strange: 2 },
  });
});
