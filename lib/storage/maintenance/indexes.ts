import "server-only";
import type { Sql } from "postgres";
import { pools } from "@/lib/db/pools";
import { JobFailure } from "@/lib/jobs/failure";
import type { JobContext, JobHandler } from "@/lib/jobs/handler";
import type { IndexAdvice } from "../database-views";
import { readIndexReport } from "../queries/indexes";
import { requireRights } from "./rights";
import { dropStatement, reindexStatement } from "./statements";
import { type Work, withWork } from "./work";

/**
 * CONCURRENTLY waits for every transaction that began before it. Nobody waits behind us meanwhile: SHARE
 * UPDATE EXCLUSIVE lets reading and writing through (prosody.md §0.3), so the wait may be long.
 */
const LOCK_TIMEOUT_MS = 600_000;

export const createIndex: JobHandler = (context) =>
  withWork(context, LOCK_TIMEOUT_MS, async (work) => {
    const { sql, run } = work;
    const before = await stateOf(sql, context.subject);
    if (before.valid) return { already: true, bytes: before.bytes };
    if (before.there) {
      // Half of what a dead worker left, or a cancelled attempt.
      const leftover = await find(context, ["drop", "rebuild"]);
      await prepare(sql, leftover, dropStatement(context.subject));
      await run(dropStatement(context.subject), null);
    }
    const advice = await find(context, ["create"]);
    const statement = advice.statement ?? "";
    await prepare(sql, advice, statement);
    await orTakeAway(context, work, () => run(statement, "create-index"));
    return { bytes: (await stateOf(sql, context.subject)).bytes };
  });

export const dropIndex: JobHandler = (context) =>
  withWork(context, LOCK_TIMEOUT_MS, async ({ sql, run }) => {
    const { there, bytes } = await stateOf(sql, context.subject);
    if (!there) return { already: true };
    const statement = dropStatement(context.subject);
    // A drop that was cancelled half way leaves an index that is not valid, which is advised to be dropped.
    const advice = await find(context, ["drop"]);
    await prepare(sql, advice, statement);
    await run(statement, null);
    return { freedBytes: bytes };
  });

export const reindex: JobHandler = (context) =>
  withWork(context, LOCK_TIMEOUT_MS, async (work) => {
    const { sql, run } = work;
    const statement = reindexStatement(context.subject);
    const before = await stateOf(sql, context.subject);
    if (!before.there) throw new JobFailure("maintenance-target");
    if (before.partitioned) throw new JobFailure("maintenance-partitioned");
    await requireRights(sql, before.table, "maintain", [statement]);
    await dropInvalid(sql, await copiesOf(sql, context.subject));
    await orTakeAway(context, work, () => run(statement, "create-index"));
    const after = await stateOf(sql, context.subject);
    return { bytesBefore: before.bytes, bytesAfter: after.bytes };
  });

/** The advice as it is now, which may not be as it was when somebody asked. */
async function find(
  { subject }: JobContext,
  allowed: IndexAdvice["advice"][],
): Promise<IndexAdvice> {
  const { indexes } = await readIndexReport(pools().jobs);
  const advice = indexes.find((it) => it.target === subject);
  if (!advice || !allowed.includes(advice.advice)) throw new JobFailure("maintenance-not-advised");
  return advice;
}

async function prepare(sql: Sql, { table }: IndexAdvice, statement: string): Promise<void> {
  const [kind] = await sql<{ partitioned: boolean }[]>`
    select relkind = 'p' as partitioned from pg_class where oid = to_regclass(${table})`;
  if (kind?.partitioned) throw new JobFailure("maintenance-partitioned");
  await requireRights(sql, table, "owner", [statement]);
}

type State = {
  there: boolean;
  valid: boolean;
  partitioned: boolean;
  bytes: number;
  /** Schema-qualified. */
  table: string;
};

async function stateOf(sql: Sql, target: string): Promise<State> {
  const [row] = await sql<Omit<State, "there">[]>`
    select i.indisvalid and i.indisready as valid, c.relkind = 'I' as partitioned,
      pg_relation_size(c.oid)::float8 as bytes, format('%I.%I', n.nspname, t.relname) as table
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace
    where c.oid = to_regclass(${target})`;
  return row
    ? { ...row, there: true }
    : { there: false, valid: false, partitioned: false, bytes: 0, table: "" };
}

/** What was half built goes, unless the worker is in a hurry to leave: whoever goes on begins with that. */
async function orTakeAway(
  { signal, subject, kind, remain }: JobContext,
  { sql }: Work,
  build: () => Promise<void>,
): Promise<void> {
  try {
    await build();
  } catch (error) {
    const leaving = (signal.reason as { why?: string } | undefined)?.why === "leaving";
    if (!leaving) await takeAway(sql, subject, kind, remain).catch(() => {});
    throw error;
  }
}

/** Dropping waits for old transactions as well: what cannot go now is named, and the advice names it, too. */
async function takeAway(
  sql: Sql,
  target: string,
  kind: JobContext["kind"],
  remain: JobContext["remain"],
): Promise<void> {
  const half = kind === "maintenance.create-index" && !(await stateOf(sql, target)).valid;
  const names = half ? [target] : await copiesOf(sql, target);
  try {
    await dropInvalid(sql, names);
  } catch {
    remain({ invalidIndexes: names });
  }
}

/** The copies that REINDEX CONCURRENTLY leaves when it does not come to its end. */
async function copiesOf(sql: Sql, target: string): Promise<string[]> {
  const left = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indexrelid = c.oid
    where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
      and format('%I.%I', n.nspname, regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '')) = ${target}`;
  return left.map((it) => it.name);
}

async function dropInvalid(sql: Sql, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await sql`select set_config('lock_timeout', '3s', false)`;
  for (const name of names) await sql.unsafe(dropStatement(name));
  await sql`select set_config('lock_timeout', ${`${LOCK_TIMEOUT_MS}ms`}, false)`;
}
