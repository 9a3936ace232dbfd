import "server-only";
import type { Sql } from "postgres";

export type StoreCount = { rows: number; bytes: number };

/** Rows archived before a moment, to the quarter-hour; from the sums of days. */
export async function countBefore(
  sql: Sql,
  { host, store, cutoff }: { host: string; store: string; cutoff: number },
): Promise<StoreCount> {
  const quarter = Math.floor(cutoff / 900);
  const [day, slot] = [Math.floor(quarter / 96), ((quarter % 96) + 96) % 96];
  const [row] = await sql<StoreCount[]>`
    select coalesce(sum(case when r.day < ${day} then r.rows
        else coalesce(r.rows_until[${slot}], 0) end), 0)::float8 as rows,
      coalesce(sum(case when r.day < ${day} then r.bytes
        else coalesce(r.bytes_until[${slot}], 0) end), 0)::float8 as bytes
    from console.rollup_day r
    where r.host_id = (select id from console.host where host = ${host})
      and r.store = ${store} and r.day <= ${day}`;
  return row ?? { rows: 0, bytes: 0 };
}

export type OwnerCount = {
  rows: number;
  owners: number;
  losing: number;
  whole: number;
  oldest: number | null;
};

/** People or rooms of a store: how many, who has something before the moment, who has nothing after it. */
export async function countOwners(
  sql: Sql,
  { host, store, cutoff }: { host: string; store: string; cutoff: number | null },
): Promise<OwnerCount> {
  const [row] = await sql<OwnerCount[]>`
    select coalesce(sum(rows), 0)::float8 as rows, count(*)::int as owners,
      count(*) filter (where first <= ${cutoff}::float8)::int as losing,
      count(*) filter (where last <= ${cutoff}::float8)::int as whole,
      min(first) filter (where first <= ${cutoff}::float8)::float8 as oldest
    from console.owner
    where host_id = (select id from console.host where host = ${host}) and store = ${store}
      and rows > 0`;
  return row ?? { rows: 0, owners: 0, losing: 0, whole: 0, oldest: null };
}

/**
 * Who is over an item limit: mod_mam then keeps the newest 99 % of it (prosody.md §2, "Item limits"), at that
 * person's next message.
 */
export async function countOverLimit(
  sql: Sql,
  { host, store, limit }: { host: string; store: string; limit: number },
): Promise<{ owners: number; rows: number }> {
  const [row] = await sql<{ owners: number; rows: number }[]>`
    select count(*)::int as owners,
      coalesce(sum(rows - floor(0.99 * ${limit}::float8)), 0)::float8 as rows
    from console.owner
    where host_id = (select id from console.host where host = ${host}) and store = ${store}
      and rows >= ${limit}::float8`;
  return row ?? { owners: 0, rows: 0 };
}
