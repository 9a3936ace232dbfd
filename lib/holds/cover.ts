import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { HoldCover, HoldScope } from "./views";

type Sums = { rows: number; bytes: number | null; owners: number };

/** Rows, bytes and people of a scope as they are now, from what is counted along. */
export async function coverOf(_grant: Grant<"hold.read">, scope: HoldScope): Promise<HoldCover> {
  const sql = pools().interactive;
  const { with: other } = await layout();
  const wholeArchives = scope.kind === "conversation" && other === null;
  const plain = { estimate: false, wholeArchives };
  if (!(await isBuilt(sql))) return { rows: null, bytes: null, owners: null, ...plain };
  if (scope.kind === "conversation" && !wholeArchives) {
    return { ...(await conversation(sql, scope)), ...plain };
  }
  const owners = ownersOf(sql, scope);
  if (scope.from === null && scope.until === null) {
    return { ...(await whole(sql, owners)), ...plain };
  }
  const sums = scope.user === null ? await byDay(sql, scope) : await byMonth(sql, owners, scope);
  return { ...sums, ...plain, estimate: true };
}

async function isBuilt(sql: Sql): Promise<boolean> {
  const [state] = await sql<{ built: boolean }[]>`
    select built_at is not null and not rebuild as built from console.indexer_state`;
  return state?.built ?? false;
}

/** Every store of whom it is about; of both sides where whole archives are kept. */
function ownersOf(sql: Sql, { host, user, peer }: HoldScope) {
  const jid = `${user}@${host}`;
  return sql`(
    select o.* from console.owner o join console.host h on h.id = o.host_id
    where h.host = ${host} and (${user}::text is null or o."user" = ${user})
    union
    select o.* from console.owner o join console.host h on h.id = o.host_id
    where ${peer}::text is not null and ${peer} <> ${jid} and o."user" || '@' || h.host = ${peer})`;
}

async function whole(sql: Sql, owners: ReturnType<typeof ownersOf>): Promise<Sums> {
  const [sums] = await sql<Sums[]>`
    select coalesce(sum(rows), 0)::float8 as rows, coalesce(sum(bytes), 0)::float8 as bytes,
      count(distinct (host_id, "user")) filter (where rows > 0)::int as owners
    from ${owners} o`;
  return sums as Sums;
}

const MOST = 2_147_483_647;

/** Whole UTC months of a person or room: an upper bound where the dates cut one. */
async function byMonth(
  sql: Sql,
  owners: ReturnType<typeof ownersOf>,
  { from, until }: HoldScope,
): Promise<Sums> {
  const month = (at: number) => {
    const date = new Date(at * 1_000);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const [sums] = await sql<Sums[]>`
    select coalesce(sum(m.rows), 0)::float8 as rows, coalesce(sum(m.bytes), 0)::float8 as bytes,
      count(distinct (o.host_id, o."user"))::int as owners
    from ${owners} o join console.rollup_month m on m.owner_id = o.id
    where m.month >= ${month(from ?? -MOST)} and m.month <= ${month(until ?? MOST)} and m.rows > 0`;
  return sums as Sums;
}

/** Whole UTC days of a host. */
async function byDay(sql: Sql, { host, from, until }: HoldScope): Promise<Sums> {
  const [first, last] = [from ?? -MOST, until ?? MOST];
  const day = (at: number) => Math.floor(at / 86_400);
  const [sums] = await sql<Sums[]>`
    select coalesce(sum(d.rows), 0)::float8 as rows, coalesce(sum(d.bytes), 0)::float8 as bytes,
      (select count(distinct "user")::int from console.owner o where o.host_id = h.id and rows > 0
        and o.first <= ${last} and o.last >= ${first}) as owners
    from console.host h left join console.rollup_day d on d.host_id = h.id
      and d.day >= ${day(first)} and d.day <= ${day(last)}
    where h.host = ${host} group by h.id`;
  return sums ?? { rows: 0, bytes: 0, owners: 0 };
}

/** Both sides' archives. Without dates the counted line of each; with them one index is walked. */
async function conversation(sql: Sql, scope: HoldScope): Promise<Sums> {
  const { host, user, peer, from, until } = scope;
  const sides = sql`(
    select o.id, case when h.host = ${host} and o."user" = ${user} then ${peer} else ${`${user}@${host}`} end as peer
    from console.owner o join console.host h on h.id = o.host_id
    where o.store = any(${[...MESSAGE_STORES]}::text[])
      and ((h.host = ${host} and o."user" = ${user}) or o."user" || '@' || h.host = ${peer}))`;
  const [sums] =
    from === null && until === null
      ? await sql<Sums[]>`
          select coalesce(sum(c.rows), 0)::float8 as rows, null as bytes, count(distinct c.owner_id)::int as owners
          from ${sides} s join console.conversation c on c.owner_id = s.id and c.peer = s.peer`
      : await sql<Sums[]>`
          select count(*)::float8 as rows, null as bytes, count(distinct m.owner_id)::int as owners
          from ${sides} s join console.message m on m.owner_id = s.id and m.peer = s.peer
            and m."when" >= ${from ?? -MOST} and m."when" <= ${until ?? MOST}`;
  return sums as Sums;
}
