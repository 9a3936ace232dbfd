import "server-only";
import type { PendingQuery, Row } from "postgres";
import { pools } from "@/lib/db/pools";
import type { Queryable } from "@/lib/db/transaction";
import { findLayout } from "@/lib/prosody/layouts/detect";
import type { Layout, LayoutName } from "@/lib/prosody/layouts/layout";
import { captured } from "./captured";
import { estimatedRows } from "./estimate-rows";
import { PROJECTION_VERSION } from "./version";

export type ProjectionStatus = {
  /**
   * `ready`: pages answer from the projection. `building`: the first build runs, or a rebuild. `absent`:
   * the database has not agreed to be indexed (`muniment adopt`), or has no archive.
   */
  state: "ready" | "building" | "absent";
  layout: LayoutName;
  /** The highest `sort_id` up to which every row is in the projection; in the reference layout only a place. */
  watermark: number;
  /** Rows stored and not yet in the projection; counted up to 10,000, estimated beyond. */
  lagRows: number;
  /** Rows that the build has passed, of about `totalRows`. */
  builtRows: number;
  totalRows: number;
  ratePerSecond: number;
  /** null while the speed is not known, when all rows are read and what is made of them is not done, and when nothing is being built. */
  secondsLeft: number | null;
  /** In words for an operator; null when all is well. */
  problem: string | null;
};

/** How far the first build, or a rebuild, is. */
export type IndexProgress = Pick<
  ProjectionStatus,
  "builtRows" | "totalRows" | "ratePerSecond" | "secondsLeft"
>;

/** null: nothing is being built. */
export function progressOf(status: ProjectionStatus): IndexProgress | null {
  if (status.state !== "building") return null;
  const { builtRows, totalRows, ratePerSecond, secondsLeft } = status;
  return { builtRows, totalRows, ratePerSecond, secondsLeft };
}

/** Exact counting of the lag stops here: health is asked often. */
const LAG_COUNTED = 10_000;

type IndexerLine = {
  estimate: number;
  captured: boolean;
  built: boolean;
  rows: number;
  watermark: number;
  rate: number;
  problem: string | null;
  /** null: not built. */
  lag: number | null;
};

/** A few index lookups, whatever the size of the archive, in one round trip: every search waits for it. */
export async function projectionStatus(): Promise<ProjectionStatus> {
  const sql = pools().interactive;
  const layout = await findLayout();
  if (!layout) return absent("missing", 0);
  const [row] = await sql<IndexerLine[]>`
    select s.*, case when s.built then ${lagOf(sql, layout)} end::float8 as lag
    from (select ${estimatedRows(sql, layout)} as estimate, ${captured(sql, layout)} as captured,
      ${isBuilt(sql, layout)} as built,
      case when rebuild then 0 else build_rows end::float8 as rows,
      watermark::float8 as watermark, watermark_when, rate, problem
      from console.indexer_state where one) s`;
  if (!row?.captured) return absent(layout.name, row?.estimate ?? 0);
  const { built, rows, estimate, rate, watermark, lag, problem } = row;
  const totalRows = Math.max(estimate, rows);
  const left = Math.max(0, totalRows - rows);
  return {
    state: built ? "ready" : "building",
    layout: layout.name,
    watermark,
    lagRows: lag ?? left,
    builtRows: built ? totalRows : rows,
    totalRows,
    ratePerSecond: built ? 0 : rate,
    secondsLeft: built || rate === 0 || left === 0 ? null : Math.ceil(left / rate),
    problem,
  };
}

/** Whether the state is `ready`, and no more: asked by pages. */
export async function isReady(): Promise<boolean> {
  const sql = pools().interactive;
  const layout = await findLayout();
  if (!layout) return false;
  const [row] = await sql<{ ready: boolean }[]>`
    select ${captured(sql, layout)} and ${isBuilt(sql, layout)} as ready
    from console.indexer_state where one`;
  return row?.ready ?? false;
}

function isBuilt(sql: Queryable, { name }: Layout) {
  return sql`(built_at is not null and not rebuild and layout = ${name}
    and version = ${PROJECTION_VERSION})`;
}

function absent(layout: LayoutName, totalRows: number): ProjectionStatus {
  return {
    state: "absent",
    layout,
    watermark: 0,
    lagRows: 0,
    builtRows: 0,
    totalRows,
    ratePerSecond: 0,
    secondsLeft: null,
    problem: null,
  };
}

/** Rows stored and not in the projection, over alias `s`: up to 10,000 counted, then told by numbers. */
function lagOf(sql: Queryable, layout: Layout): PendingQuery<Row[]> {
  const table = sql.unsafe(layout.table);
  if (layout.name === "reference") {
    const rowId = sql.unsafe(layout.rowId);
    return sql`(select count(*) from (
      select from ${table} a
      where ${sql.unsafe(layout.when)} >= least(s.watermark_when, extract(epoch from now())::int) - 10
        and not exists (select from console.message m where m.sort_id = ${rowId})
        and not exists (select from console.counted c where c.sort_id = ${rowId})
      limit ${LAG_COUNTED}) behind)`;
  }
  const behind = sql`(select count(*) from (
    select from ${table} where sort_id > s.watermark::bigint limit ${LAG_COUNTED}) counted)`;
  return sql`(select case when b.n < ${LAG_COUNTED} then b.n
      else coalesce((select max(sort_id) from ${table}), 0) - s.watermark::bigint end
    from (select ${behind} as n) b)`;
}
