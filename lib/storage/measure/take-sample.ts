import "server-only";
import type { Sql } from "postgres";
import { projectionStatus } from "@/lib/archive/projection/status";
import type { Task } from "@/lib/jobs/schedule/run-due";
import { findLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Relation, RelationOf, TableCare } from "../database-views";
import { readCare, readRelations } from "../queries/relations";
import { consoleTables } from "../queries/tables";
import { freeBytes } from "../volume";

/**
 * What everything takes on disk, once a day. One that is taken again on the same day takes the place of the first.
 * "later": there is no archive yet, or the index is being made, and would be in it by half.
 */
export const takeSample: Task = async (sql, now) => {
  const layout = await findLayout();
  const { state } = await projectionStatus();
  if (!layout || state === "building") return "later";
  const line = await measure(sql, layout, state === "ready");
  return async (tx) => {
    const sample = { day: now.toISOString().slice(0, 10), taken_at: now, ...line };
    await tx`
      insert into console.storage_sample ${tx(sample)}
      on conflict (day) do update set ${tx(sample)}`;
  };
};

async function measure(sql: Sql, layout: Layout, counted: boolean) {
  const tables = [
    layout.table,
    ...(layout.mapTable ? [layout.mapTable] : []),
    ...(await consoleTables(sql)),
  ];
  const [relations, care, sums, free] = await Promise.all([
    readRelations(sql, layout, tables),
    readCare(sql, layout, tables),
    readSums(sql),
    freeBytes(),
  ]);
  const part = (of: RelationOf, name: string) => columnsOf(relations, care, of, name);
  return {
    ...part("archive", "archive"),
    ...part("data", "data"),
    ...part("console", "console"),
    database_bytes: sums.database,
    free_bytes: free,
    rows: counted ? sums.rows : null,
    stanza_bytes: counted ? sums.stanzas : null,
  };
}

function columnsOf(relations: Relation[], care: TableCare[], of: RelationOf, name: string) {
  const bytes = (kind: Relation["kind"]) =>
    relations.reduce((sum, it) => sum + (it.of === of && it.kind === kind ? it.bytes : 0), 0);
  const rows = (field: "liveRows" | "deadRows") =>
    care.reduce((sum, it) => sum + (it.of === of ? it[field] : 0), 0);
  return {
    [`${name}_heap_bytes`]: bytes("table"),
    [`${name}_toast_bytes`]: bytes("toast"),
    [`${name}_index_bytes`]: bytes("index"),
    [`${name}_live_rows`]: rows("liveRows"),
    [`${name}_dead_rows`]: rows("deadRows"),
  };
}

type Sums = { database: number; rows: number; stanzas: number };

/** Rows and bytes as the rollups have them: a few thousand lines. */
async function readSums(sql: Sql): Promise<Sums> {
  const [row] = await sql<Sums[]>`
    select pg_database_size(current_database())::float8 as database,
      coalesce(sum(rows), 0)::float8 as rows, coalesce(sum(bytes), 0)::float8 as stanzas
    from console.rollup_day`;
  return row ?? { database: 0, rows: 0, stanzas: 0 };
}
