import "server-only";
import type { Sql, TransactionSql } from "postgres";
import { databaseNow } from "./keep";
import { nextRun, type Timing } from "./next-run";

/**
 * Reads whatever it needs without a lock, then returns what is to be written; "later": what it needs is not there
 * yet. Long work does not belong here: a task puts it into the queue of jobs.
 */
export type Task = (
  sql: Sql,
  now: Date,
) => Promise<((tx: TransactionSql) => Promise<void>) | "later">;

/** What waits for something is asked again after this. */
const LATER_SECONDS = 60;

/**
 * Does what is due. What a task writes and that it was done stand in one transaction, so any number of workers do it
 * once, a worker that is killed has done nothing, and whatever was missed is made up once. Returns how many were
 * done. One that fails stops no other: the first failure is thrown at the end.
 */
export async function runDue(sql: Sql, tasks: Readonly<Record<string, Task>>): Promise<number> {
  const due = await sql<{ name: string }[]>`
    select name from console.schedule
    where enabled and next_run_at <= clock_timestamp() and name = any(${Object.keys(tasks)}::text[])
    order by next_run_at, name`;
  let done = 0;
  const failures: unknown[] = [];
  for (const { name } of due) {
    try {
      if (await runOne(sql, name, tasks[name] as Task)) done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}

async function runOne(sql: Sql, name: string, task: Task): Promise<boolean> {
  const write = await task(sql, await databaseNow(sql));
  return sql.begin(async (tx) => {
    const timing = await lockDue(tx, name);
    if (!timing) return false;
    if (write === "later") {
      await tx`update console.schedule
        set next_run_at = clock_timestamp() + make_interval(secs => ${LATER_SECONDS}) where name = ${name}`;
      return false;
    }
    await write(tx);
    const now = await databaseNow(tx);
    await tx`update console.schedule set last_run_at = ${now}, next_run_at = ${nextRun(timing, now)}
      where name = ${name}`;
    return true;
  });
}

/** null: another worker has done it, or is just doing so, or somebody has put it off. */
async function lockDue(tx: TransactionSql, name: string): Promise<Timing | null> {
  const [row] = await tx<Timing[]>`
    select cron, zone from console.schedule
    where name = ${name} and enabled and next_run_at <= clock_timestamp()
    for update skip locked`;
  return row ?? null;
}
