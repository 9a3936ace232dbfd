import "server-only";
import { pools } from "@/lib/db/pools";
import type { Queryable } from "@/lib/db/transaction";
import { findLayout } from "@/lib/prosody/layouts/detect";
import type { Layout, LayoutName } from "@/lib/prosody/layouts/layout";
import { isCaptured } from "./captured";

export type ProjectionStatus = {
  /**
   * `ready`: pages answer from the projection. `building`: the first build runs, or a rebuild. `absent`:
   * the database has not agreed to be indexed (`muniment adopt`), or has no archive.
   */
  state: "ready" | "building" | "absent";
  layout: LayoutName;
  /** Rows stored and not yet in the projection; counted up to 10,000, estimated beyond. */
  lagRows: number;
  /** Rows that the build has passed, of about `totalRows`. */
  builtRows: number;
  totalRows: number;
  ratePerSecond: number;
  /** null while the speed is not known, and when nothing is being built. */
  secondsLeft: number | null;
  /** In words for an operator; null when all is well. */
  problem: string | null;
};

/** Exact counting of the lag stops here: health is asked often. */
const LAG_COUNTED = 10_000;

/** A few index lookups, whatever the size of the archive. */
export async function projectionStatus(): Promise<ProjectionStatus> {
  const sql = pools().interactive;
  const layout = await findLayout();
  if (!layout) return absent("missing", 0);
  const estimate = await estimateRows(sql, layout);
  if (!(await isCaptured(sql, layout))) return absent(layout.name, estimate);
  const [row] = await sql<{ built: boolean; rows: number; rate: number; problem: string | null }[]>`
    select built_at is not null and not rebuild and layout = ${layout.name} as built,
      case when rebuild then 0 else build_rows end::float8 as rows, rate, problem
    from console.indexer_state where one`;
  const built = row?.built ?? false;
  const builtRows = row?.rows ?? 0;
  const totalRows = Math.max(estimate, builtRows);
  const rate = row?.rate ?? 0;
  const left = Math.max(0, totalRows - builtRows);
  return {
    state: built ? "ready" : "building",
    layout: layout.name,
    lagRows: built ? await countLag(sql, layout) : left,
    builtRows: built ? totalRows : builtRows,
    totalRows,
    ratePerSecond: built ? 0 : rate,
    secondsLeft: built || rate === 0 ? null : Math.ceil(left / rate),
    problem: row?.problem ?? null,
  };
}

function absent(layout: LayoutName, totalRows: number): ProjectionStatus {
  return {
    state: "absent",
    layout,
    lagRows: 0,
    builtRows: 0,
    totalRows,
    ratePerSecond: 0,
    secondsLeft: null,
    problem: null,
  };
}

/** PostgreSQL's own estimate; before the first ANALYZE it says -1, then the file's size has to do. */
async function estimateRows(sql: Queryable, layout: Layout): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    select case when reltuples >= 0 then reltuples
      else pg_relation_size(oid) / 500 end::float8 as rows
    from pg_class where oid = ${layout.table}::regclass`;
  return Math.round(row?.rows ?? 0);
}

async function countLag(sql: Queryable, layout: Layout): Promise<number> {
  const table = sql.unsafe(layout.table);
  if (layout.name === "reference") {
    const rowId = sql.unsafe(layout.rowId);
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from (
        select from ${table} a
        where ${sql.unsafe(layout.when)} >= (
            select least(watermark_when, extract(epoch from now())::int) - 10
            from console.indexer_state where one)
          and not exists (select from console.message m where m.sort_id = ${rowId})
          and not exists (select from console.counted c where c.sort_id = ${rowId})
        limit ${LAG_COUNTED}) behind`;
    return row?.n ?? 0;
  }
  const [row] = await sql<{ n: number; span: number }[]>`
    select (select count(*)::int from (
        select from ${table} where sort_id > s.watermark limit ${LAG_COUNTED}) behind) as n,
      coalesce((select max(sort_id) from ${table}) - s.watermark, 0)::float8 as span
    from console.indexer_state s where s.one`;
  if (!row) return 0;
  return row.n < LAG_COUNTED ? row.n : row.span;
}
