import "server-only";
import type { ISql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { HeldCount, HeldDay, HoldView } from "./views";

const MOST_HOLDS = 500;
/** More are not counted on the way to a page. */
const MOST_COUNTED = 100_000;

const columns = (sql: ISql) => sql`
  id, kind, host, "user", peer, from_when as "from", until_when as "until", reason,
  operator_name as operator, ceil(extract(epoch from in_force_since))::float8 as "inForceSince",
  floor(extract(epoch from released_at))::float8 as "releasedAt"`;

/** In force first, newest first. */
export async function listHolds(_grant: Grant<"hold.read">): Promise<HoldView[]> {
  const sql = pools().interactive;
  return sql<HoldView[]>`
    select ${columns(sql)} from console.hold
    order by released_at is not null, id desc limit ${MOST_HOLDS}`;
}

/** @throws ConsoleError `not-found` */
export async function getHold(_grant: Grant<"hold.read">, id: number): Promise<HoldView> {
  const sql = pools().interactive;
  const [hold] =
    Number.isInteger(id) && id > 0 && id <= 2_147_483_647
      ? await sql<HoldView[]>`select ${columns(sql)} from console.hold where id = ${id}`
      : [];
  if (!hold) throw refusal("not-found", "hold-unknown");
  return hold;
}

/** What was kept of each hold because somebody deleted or changed it. */
export async function countHeld(_grant: Grant<"hold.read">, id: number): Promise<HeldCount> {
  const [found] = await pools().interactive<(Omit<HeldCount, "more"> & { all: number })[]>`
    select count(*)::int as all, count(*) filter (where operation = 'DELETE')::int as deleted,
      count(*) filter (where operation = 'UPDATE')::int as changed,
      floor(extract(epoch from max(at)))::float8 as last
    from (select operation, at from console.held_row where hold_id = ${id}
      limit ${MOST_COUNTED + 1}) held`;
  const { all = 0, deleted = 0, changed = 0, last = null } = found ?? {};
  return { deleted, changed, last, more: all > MOST_COUNTED };
}

const MOST_DAYS = 60;

/** The same by day in the zone, newest first; of as many versions as are counted. */
export async function listHeldDays(
  _grant: Grant<"hold.read">,
  id: number,
  zone: string,
): Promise<HeldDay[]> {
  return pools().interactive<HeldDay[]>`
    select to_char(at at time zone ${zone}, 'YYYY-MM-DD') as day,
      count(*) filter (where operation = 'DELETE')::int as deleted,
      count(*) filter (where operation = 'UPDATE')::int as changed
    from (select operation, at from console.held_row where hold_id = ${id}
      limit ${MOST_COUNTED + 1}) held
    group by 1 order by 1 desc limit ${MOST_DAYS}`;
}

/** Whether holds keep anything now: their triggers are on the archive and always fire. */
export async function isGuarded(_grant: Grant<"hold.read">): Promise<boolean> {
  const [row] = await pools().interactive`
    select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
    where f.proname = 'hold_archive_row' and f.pronamespace = to_regnamespace('console')
      and t.tgenabled = 'A'`;
  return row !== undefined;
}
