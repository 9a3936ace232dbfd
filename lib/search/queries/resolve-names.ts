import "server-only";
import type { PendingQuery, Sql } from "postgres";
import { indexId } from "@/lib/archive/index-id";
import type { ReadingScope } from "@/lib/auth/reading";

/** A name that fits more than this many is no name. */
const MOST = 500;

/** `alice` is also `alice@any.host`; `ali*` is everything that begins so. */
function meantBy(name: string): { exact: string | null; beginning: string | null } {
  const folded = name.toLowerCase();
  const text = indexId(folded) ?? folded;
  if (text.endsWith("*")) return { exact: null, beginning: text.slice(0, -1) };
  return { exact: text, beginning: text.includes("@") ? null : `${text}@` };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

export type Party = { id: number; name: string };

/** Who is meant by a name in `from:`, `to:` and `with:`: bare JIDs, and nicks in rooms. */
export function partiesOf(sql: Sql, name: string): PendingQuery<Party[]> {
  const { exact, beginning } = meantBy(name);
  // Each by the index: with an `or` between them all names would be looked at, as before PostgreSQL 15 for
  // `starts_with`.
  const named =
    exact === null ? sql`` : sql`select id, name from console.party where name = ${exact}`;
  const begun =
    beginning === null
      ? sql``
      : sql`select id, name from console.party where name like ${`${escapeLike(beginning)}%`}`;
  return sql<Party[]>`
    select id, name from (
      ${named} ${exact !== null && beginning !== null ? sql`union` : sql``} ${begun}
    ) meant order by id limit ${MOST}`;
}

/** Archives of that name: people and rooms; `store` null means both. */
export async function ownersOf(sql: Sql, name: string): Promise<number[]> {
  const [localpart = "", host] = name.toLowerCase().split("@");
  const wild = localpart.endsWith("*");
  const text = localpart.replace(/\*$/, "");
  const rows = await sql<{ id: number }[]>`
    select o.id from console.owner o join console.host h on h.id = o.host_id
    where o.messages and ${wild ? sql`starts_with(o."user", ${text})` : sql`o."user" = ${text}`}
      ${host === undefined ? sql`` : sql`and h.host = ${host}`}
    order by o.id limit ${MOST}`;
  return rows.map((it) => it.id);
}

export async function hostsOf(sql: Sql, name: string): Promise<number[]> {
  const [pattern = ""] = escapeLike(name.toLowerCase()).split("@").slice(-1);
  const rows = await sql<{ id: number }[]>`
    select id from console.host where lower(host) like ${pattern.replace(/\*$/, "%")} order by id`;
  return rows.map((it) => it.id);
}

/** What readings open, in the numbers of the index; null: everything. */
export type Allowed = { hosts: number[]; owners: number[] } | null;

export async function allowedBy(sql: Sql, scopes: readonly ReadingScope[]): Promise<Allowed> {
  if (scopes.some((it) => it.host === null)) return null;
  const hosts = scopes.filter((it) => it.user === null).map((it) => it.host);
  const single = scopes.filter((it) => it.user !== null);
  const rows = await sql<{ id: number; host: boolean }[]>`
    select id::int, true as host from console.host where host = any(${hosts}::text[])
    union all
    select o.id, false from console.owner o join console.host h on h.id = o.host_id
      join unnest(${single.map((it) => it.host)}::text[], ${single.map((it) => it.user)}::text[])
        as s(host, "user") on s.host = h.host and s."user" = o."user"
    where o.messages`;
  const of = (host: boolean) => rows.filter((it) => it.host === host).map((it) => it.id);
  return { hosts: of(true), owners: of(false) };
}

/** The archives of these that may be looked at. */
export async function onlyAllowed(sql: Sql, owners: number[], allowed: Allowed): Promise<number[]> {
  if (allowed === null) return owners;
  const rows = await sql<{ id: number }[]>`
    select id from console.owner where id = any(${owners}::int[])
      and (id = any(${allowed.owners}::int[]) or host_id = any(${allowed.hosts}::smallint[]))`;
  return rows.map((it) => it.id);
}
