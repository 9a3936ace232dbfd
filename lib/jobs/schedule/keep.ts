import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { nextRun, type Timing } from "./next-run";

export type Plan = Timing & {
  name: string;
  enabled: boolean;
  /** What is new is due at once, and not for the first time when its hour comes. */
  atOnce: boolean;
};

/**
 * Writes down when something is due. Safe to repeat: a schedule that stands as it should keeps its next run, so that
 * one that was missed is made up; with another time it starts from now.
 */
export async function keepSchedule(
  sql: Queryable,
  { name, cron, zone, enabled, atOnce }: Plan,
): Promise<void> {
  const now = await databaseNow(sql);
  const next = nextRun({ cron, zone }, now);
  await sql`
    insert into console.schedule as s (name, cron, zone, enabled, next_run_at)
    values (${name}, ${cron}, ${zone}, ${enabled}, ${atOnce ? now : next})
    on conflict (name) do update set cron = excluded.cron, zone = excluded.zone,
      enabled = excluded.enabled, next_run_at = ${next}
    where (s.cron, s.zone, s.enabled) is distinct from (excluded.cron, excluded.zone, excluded.enabled)`;
}

/** By the one clock that all workers share. */
export async function databaseNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`select clock_timestamp() as now`;
  if (!row) throw new Error("the database did not say what time it is");
  return row.now;
}
