import "server-only";
import type { Sql } from "postgres";
import type { JobHandler } from "@/lib/jobs/handler";
import { requireRights } from "./rights";
import { analyzeStatement, vacuumStatement } from "./statements";
import { withWork } from "./work";

/**
 * VACUUM and ANALYZE only wait for each other and for DDL, and nobody waits behind them. Still, what cannot
 * have its lock says so soon instead of hanging.
 */
const LOCK_TIMEOUT_MS = 5_000;

export const vacuum: JobHandler = (context) =>
  withWork(context, LOCK_TIMEOUT_MS, async ({ sql, run }) => {
    const table = context.subject;
    await requireRights(sql, table, "maintain", [vacuumStatement(table)]);
    const before = await read(sql, table);
    // Brisk, but with pauses: a vacuum at full speed takes the disk away from Prosody.
    await sql.unsafe("set vacuum_cost_delay = '1ms'; set vacuum_cost_limit = 1000");
    await run(vacuumStatement(table), "vacuum");
    const after = await read(sql, table);
    return { deadRows: before.deadRows, bytesBefore: before.bytes, bytesAfter: after.bytes };
  });

export const analyze: JobHandler = (context) =>
  withWork(context, LOCK_TIMEOUT_MS, async ({ sql, run }) => {
    const table = context.subject;
    await requireRights(sql, table, "maintain", [analyzeStatement(table)]);
    await run(analyzeStatement(table), "analyze");
    return { rows: (await read(sql, table)).rows };
  });

type Size = { bytes: number; rows: number; deadRows: number };

async function read(sql: Sql, table: string): Promise<Size> {
  const [row] = await sql<Size[]>`
    select pg_total_relation_size(c.oid)::float8 as bytes, greatest(c.reltuples, 0)::float8 as rows,
      coalesce(s.n_dead_tup, 0)::float8 as "deadRows"
    from pg_class c left join pg_stat_all_tables s on s.relid = c.oid
    where c.oid = to_regclass(${table})`;
  return row ?? { bytes: 0, rows: 0, deadRows: 0 };
}
