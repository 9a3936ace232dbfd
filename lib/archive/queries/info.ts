import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import { projectionStatus } from "../projection/status";

/** Stamps are unix seconds. */
export type StoreInfo = {
  host: string;
  store: string;
  rows: number;
  bytes: number;
  first: number | null;
  last: number | null;
};

export type ArchiveInfo = {
  layout: string;
  /** Every row of the archive table, PEP items and uploads too. */
  rows: number;
  bytes: number;
  /** People and rooms with messages. */
  owners: number;
  hosts: StoreInfo[];
  indexer: { state: string; watermark: number; lagRows: number | null };
};

type Counted = { owners: number; hosts: StoreInfo[] };

/** For the command line: without the projection it counts, which takes as long as the table is big. */
export async function getArchiveInfo(_grant: Grant<"archive.browse">): Promise<ArchiveInfo> {
  const status = await projectionStatus();
  const { interactive, jobs } = pools();
  const { owners, hosts } = await (status.state === "ready"
    ? projected(interactive)
    : counted(jobs));
  return {
    layout: status.layout,
    rows: hosts.reduce((sum, it) => sum + it.rows, 0),
    bytes: hosts.reduce((sum, it) => sum + it.bytes, 0),
    owners,
    hosts,
    indexer: { state: status.state, watermark: status.watermark, lagRows: status.lagRows },
  };
}

async function projected(sql: Sql): Promise<Counted> {
  const [hosts, [found]] = await Promise.all([
    sql<StoreInfo[]>`
      select h.host, o.store, sum(o.rows)::float8 as rows, sum(o.bytes)::float8 as bytes,
        min(o.first) as first, max(o.last) as last
      from console.owner o join console.host h on h.id = o.host_id
      where o.rows > 0 group by h.host, o.store order by h.host, o.store`,
    sql<{ owners: number }[]>`
      select count(distinct (host_id, "user"))::int as owners
      from console.owner where messages and rows > 0`,
  ]);
  return { owners: found?.owners ?? 0, hosts };
}

async function counted(sql: Sql): Promise<Counted> {
  const it = await layout();
  const [table, when] = [sql.unsafe(it.table), sql.unsafe(it.when)];
  const hosts = await sql<StoreInfo[]>`
    select a.host, a.store, count(*)::float8 as rows, sum(octet_length(a.value))::float8 as bytes,
      min(${when}) as first, max(${when}) as last
    from ${table} a group by a.host, a.store order by a.host, a.store`;
  const [found] = await sql<{ owners: number }[]>`
    select count(*)::int as owners from (select distinct a.host, a."user" from ${table} a
      where a.store = any(${[...MESSAGE_STORES]}::text[])) o`;
  return { owners: found?.owners ?? 0, hosts };
}
