import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Relation } from "../database-views";
import { estimatedSizes, type FirstSample, thinned } from "../disk-sizes";
import type { Counted, DiskPoint, DiskSizes } from "../views";
import { getGrowth } from "./growth";
import { readRelations } from "./relations";
import { consoleTables } from "./tables";

/** Local days of `zone`, YYYY-MM-DD, both inclusive; null: from the first row, to today. */
export type DiskCriteria = { zone: string; from: string | null; to: string | null };

/** What the database took on disk: measured once a day, and just now; before that estimated by what is left. */
export async function getDiskSizes(
  grant: Grant<"storage.read">,
  { zone, from, to }: DiskCriteria,
  signal: AbortSignal | null = null,
): Promise<Counted<DiskSizes>> {
  const asked = { split: "host", step: null, host: null, zone, from, to } as const;
  const growth = await getGrowth(grant, asked, signal);
  if (growth.state !== "ready") return growth;
  const sql = pools().interactive;
  const { starts, end, asOf } = growth.data;
  const start = starts[0] ?? asOf;
  const [{ first, last }, samples, now] = await Promise.all([
    readEnds(sql),
    listSamples(sql, start, end),
    end > asOf ? diskNow(sql, asOf) : null,
  ]);
  return {
    state: "ready",
    data: {
      zone,
      estimated: estimatedSizes(growth.data, first),
      measured: [...thinned(samples), ...(now ? [now] : [])],
      first: first?.at ?? null,
      last,
      from: start,
      end: Math.min(end, asOf),
    },
  };
}

async function readEnds(sql: Sql): Promise<{ first: FirstSample | null; last: number | null }> {
  const rows = await sql<FirstSample[]>`
    (select extract(epoch from taken_at)::float8 as at, database_bytes::float8 as bytes,
      stanza_bytes::float8 as "stanzaBytes" from console.storage_sample order by day limit 1)
    union all
    (select extract(epoch from taken_at)::float8, database_bytes::float8, stanza_bytes::float8
      from console.storage_sample order by day desc limit 1)`;
  return { first: rows[0] ?? null, last: rows[1]?.at ?? null };
}

/** One a day: a thousand are three years. */
function listSamples(sql: Sql, from: number, to: number): Promise<DiskPoint[]> {
  return sql<DiskPoint[]>`
    select extract(epoch from taken_at)::float8 as at, archive_heap_bytes::float8 as heap,
      archive_toast_bytes::float8 as toast, archive_index_bytes::float8 as indexes,
      (data_heap_bytes + data_toast_bytes + data_index_bytes)::float8 as prosody,
      (console_heap_bytes + console_toast_bytes + console_index_bytes)::float8 as console,
      greatest(0, database_bytes - archive_heap_bytes - archive_toast_bytes - archive_index_bytes
        - data_heap_bytes - data_toast_bytes - data_index_bytes
        - console_heap_bytes - console_toast_bytes - console_index_bytes)::float8 as other
    from console.storage_sample
    where taken_at >= to_timestamp(${from}) and taken_at < to_timestamp(${to}) order by day`;
}

/** The same from the catalogue, this moment. */
async function diskNow(sql: Sql, at: number): Promise<DiskPoint> {
  const layout = await archiveLayout();
  const ours = await consoleTables(sql);
  const tables = [layout.table, ...(layout.mapTable ? [layout.mapTable] : []), ...ours];
  const [relations, [size]] = await Promise.all([
    readRelations(sql, layout, tables),
    sql<{ bytes: number }[]>`select pg_database_size(current_database())::float8 as bytes`,
  ]);
  const sum = (fits: (it: Relation) => boolean) =>
    relations.reduce((total, it) => total + (fits(it) ? it.bytes : 0), 0);
  const ofArchive = (kind: Relation["kind"]) =>
    sum((it) => it.of === "archive" && it.kind === kind);
  const parts = {
    heap: ofArchive("table"),
    toast: ofArchive("toast"),
    indexes: ofArchive("index"),
    prosody: sum((it) => it.of === "data"),
    console: sum((it) => it.of === "console"),
  };
  const known = Object.values(parts).reduce((total, it) => total + it, 0);
  return { at, ...parts, other: Math.max(0, (size?.bytes ?? 0) - known) };
}
