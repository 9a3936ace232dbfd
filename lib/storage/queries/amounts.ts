import "server-only";
import type { Sql } from "postgres";
import type { SplitBy } from "../views";

/** What a part of the archive has in a bucket; 0: before the first one, more than there are: after the last. */
export type Amount = { key: string | number; bucket: number; rows: number; bytes: number };

export type AmountsQuestion = {
  split: SplitBy;
  /** Unix seconds at which buckets begin, and at last where the last one ends; on quarter-hours. */
  borders: number[];
  /** null: of every host. */
  hostId: number | null;
};

export type HostName = { id: number; host: string };

/** A handful. */
export const hostNames = (sql: Sql) => sql<HostName[]>`select id::int, host from console.host`;

/** null: every host; -1: a host without rows. */
export async function hostIdOf(sql: Sql, host: string | null): Promise<number | null> {
  if (host === null) return null;
  return (await hostNames(sql)).find((it) => it.host === host)?.id ?? -1;
}

export const ofHost = (sql: Sql, hostId: number | null) =>
  hostId === null ? sql`` : sql`and r.host_id = ${hostId}::smallint`;
