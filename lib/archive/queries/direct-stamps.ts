import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { OwnerRef } from "../criteria";
import { findDirectScope } from "./direct-scope";
import type { Stamps } from "./histogram";

/** What Prosody's own index is asked to count for one picture. */
const MOST_ROWS = 200_000;

/** Stamps out of prosodyarchive_when or _with_when: bounded, and unknown where neither can answer. */
export async function directStamps(
  sql: Sql,
  owner: OwnerRef,
  peer: string | null,
): Promise<Stamps> {
  const it = await layout();
  const { host, user, stores } = await findDirectScope(sql, owner);
  const when = sql.unsafe(it.when);
  const side = peer !== null && it.with ? sql`and ${sql.unsafe(it.with)} = ${peer}` : sql``;
  const from = sql`${sql.unsafe(it.table)} a
    where a.host = ${host} and a."user" = ${user} and a.store = s.store ${side}`;
  const within = (first: number, last: number) => sql`
    select t.at from unnest(${stores}::text[]) s(store) cross join lateral (
      select ${when} as at from ${from} and ${when} between ${first} and ${last}) t`;
  return {
    async span() {
      const [row] = await sql<{ first: number | null; last: number | null }[]>`
        select min(e.first) as first, max(e.last) as last
        from unnest(${stores}::text[]) s(store) cross join lateral (
          select (select ${when} from ${from} order by ${when} limit 1) as first,
            (select ${when} from ${from} order by ${when} desc limit 1) as last) e`;
      return { first: row?.first ?? null, last: row?.last ?? null };
    },
    async tooMany(first, last) {
      if (peer !== null && it.with === null) return true;
      const [row] = await sql<{ rows: number }[]>`
        select count(*)::int as rows from (${within(first, last)} limit ${MOST_ROWS + 1}) x`;
      return (row?.rows ?? 0) > MOST_ROWS;
    },
    between: (first, last) => () => sql<{ at: number }[]>`${within(first, last)}`,
  };
}
