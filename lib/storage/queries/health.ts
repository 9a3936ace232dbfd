import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Health, Relation } from "../database-views";
import { estimateBloat } from "./bloat";
import { measureCompression } from "./compression";
import { readHeadroom } from "./headroom";
import { readCare, readRelations } from "./relations";
import { readStatsSince } from "./stats-since";
import { consoleTables } from "./tables";

/** All of the database, from the catalogue, the counters and a sample of blocks: nothing is scanned. */
export async function getHealth(_grant: Grant<"storage.read">): Promise<Health> {
  const { interactive: sql } = pools();
  const layout = await archiveLayout();
  const ours = await consoleTables(sql);
  const tables = [layout.table, ...(layout.mapTable ? [layout.mapTable] : []), ...ours];
  const [relations, care, bloat, cache, since, headroom, compression] = await Promise.all([
    readRelations(sql, layout, tables),
    readCare(sql, layout, tables),
    estimateBloat(sql, layout.table),
    readCache(sql, layout),
    readStatsSince(sql),
    readHeadroom(sql, layout),
    measureCompression(sql, layout),
  ]);
  const archive = care.find((it) => it.of === "archive");
  return {
    relations,
    tables: care,
    ...sumsOf(relations),
    databaseBytes: cache.databaseBytes,
    deadRows: archive?.deadRows ?? 0,
    lastVacuum: archive?.lastVacuum ?? null,
    lastAnalyze: archive?.lastAnalyze ?? null,
    bloat,
    cacheHitShare: cache.share,
    statsSince: since.reset,
    ...headroom,
    compression,
  };
}

function sumsOf(relations: Relation[]) {
  const sum = (fits: (it: Relation) => boolean) =>
    relations.filter(fits).reduce((total, it) => total + it.bytes, 0);
  const ofArchive = (kind: Relation["kind"]) =>
    sum((it) => it.of === "archive" && it.kind === kind);
  return {
    heapBytes: ofArchive("table"),
    toastBytes: ofArchive("toast"),
    indexBytes: ofArchive("index"),
    prosodyBytes: sum((it) => it.of === "data"),
    consoleBytes: sum((it) => it.of === "console"),
  };
}

type Cache = { share: number | null; databaseBytes: number };

async function readCache(sql: Sql, { table }: Layout): Promise<Cache> {
  const [row] = await sql<{ hit: number; read: number; bytes: number }[]>`
    with recursive part as (
      select to_regclass(${table})::oid as id
      union all select inhrelid from part join pg_inherits on inhparent = id
    )
    select coalesce(sum(coalesce(heap_blks_hit, 0) + coalesce(idx_blks_hit, 0)
        + coalesce(toast_blks_hit, 0)), 0)::float8 as hit,
      coalesce(sum(coalesce(heap_blks_read, 0) + coalesce(idx_blks_read, 0)
        + coalesce(toast_blks_read, 0)), 0)::float8 as read,
      pg_database_size(current_database())::float8 as bytes
    from pg_statio_all_tables where relid in (select id from part)`;
  const { hit = 0, read = 0, bytes = 0 } = row ?? {};
  return { share: hit + read > 0 ? hit / (hit + read) : null, databaseBytes: bytes };
}
