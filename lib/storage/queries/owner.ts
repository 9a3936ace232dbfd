import "server-only";
import type { Sql } from "postgres";
import type { OwnerRef } from "@/lib/archive/criteria";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { Counted, OwnerStorage } from "../views";
import { whenCounted } from "./when-counted";

/**
 * What one person or room has, by store and by month (UTC). Of the months all stores together.
 *
 * @throws ConsoleError `not-found` when there is no row of that name
 */
export function getOwnerStorage(
  _grant: Grant<"storage.read">,
  owner: OwnerRef,
): Promise<Counted<OwnerStorage>> {
  return whenCounted(async () => {
    const sql = pools().interactive;
    const [stores, months] = await Promise.all([storesOf(sql, owner), monthsOf(sql, owner)]);
    if (stores.length === 0) {
      throw refusal("not-found", "owner-unknown");
    }
    const sum = (of: (it: (typeof stores)[number]) => number) =>
      stores.reduce((total, it) => total + of(it), 0);
    const total = { rows: sum((it) => it.rows), bytes: sum((it) => it.bytes) };
    return { ...owner, total, stores, months: withoutGaps(months) };
  });
}

const sameOwner = (sql: Sql, { host, user }: OwnerRef) => sql`
  console.owner o join console.host h on h.id = o.host_id
    and h.host = ${host} and o."user" = ${user} and o.rows > 0`;

function storesOf(sql: Sql, owner: OwnerRef) {
  return sql<OwnerStorage["stores"]>`
    select o.store, o.rows::float8 as rows, o.bytes::float8 as bytes, o.first, o.last
    from ${sameOwner(sql, owner)} order by o.bytes desc, o.store`;
}

type Month = { month: number; rows: number; bytes: number };

function monthsOf(sql: Sql, owner: OwnerRef) {
  return sql<Month[]>`
    select r.month, sum(r.rows)::float8 as rows, sum(r.bytes)::float8 as bytes
    from ${sameOwner(sql, owner)} join console.rollup_month r on r.owner_id = o.id
    group by 1 order by 1`;
}

function withoutGaps(months: readonly Month[]): OwnerStorage["months"] {
  const now = new Date();
  const present = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const first = months[0]?.month ?? present;
  const last = Math.max(present, months.at(-1)?.month ?? present);
  const known = new Map(months.map((it) => [it.month, it]));
  const all = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return {
    starts: all.map((month) => Date.UTC(Math.floor(month / 12), month % 12) / 1_000),
    rows: all.map((month) => known.get(month)?.rows ?? 0),
    bytes: all.map((month) => known.get(month)?.bytes ?? 0),
  };
}
