import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import type { Position } from "@/lib/archive/cursor";
import type { SearchOrder } from "../criteria";
import { conditionsOfRow, inRange, otherConditions, unplannedConditions } from "./conditions";
import type { Scope } from "./scope";

type Fragment = PendingQuery<Row[]>;

/** 30 days in seconds: what the index of words is cut into (index `message_search`). */
export const WINDOW_SECONDS = 2_592_000;

/** Where a step begins (exclusive) and what it may find. */
export type Ask = {
  scope: Scope;
  order: SearchOrder;
  /** null: from the end that is asked for. */
  from: Position | null;
  limit: number;
};

type Way = { beyond: Fragment; order: Fragment };

const wayOf = (sql: Sql, order: SearchOrder): Way =>
  order === "newest" ? { beyond: sql`<`, order: sql`desc` } : { beyond: sql`>`, order: sql`asc` };

function beyond(sql: Sql, { from }: Ask, { beyond }: Way): Fragment {
  return from
    ? sql`and (m."when", m.sort_id) ${beyond} (${from.stamp}::int, ${from.rowId}::bigint)`
    : sql``;
}

/** By the index of words, everything that is left. The plan is fixed by the shape: words first, then order. */
export function findAll(sql: Sql, ask: Ask): PendingQuery<Position[]> {
  return byWords(sql, ask, sql``);
}

/** By the index of words, one window of 30 days. */
export function findInWindow(sql: Sql, ask: Ask, window: number): PendingQuery<Position[]> {
  return byWords(
    sql,
    ask,
    sql`and (m."when" / ${sql.unsafe(String(WINDOW_SECONDS))}) = ${window}::int`,
  );
}

/**
 * All that the index finds, as numbers alone; these in order; and of them one line after the other is looked
 * at until there are enough. `offset 0` and `limit 1` keep PostgreSQL from turning that around.
 */
function byWords(sql: Sql, ask: Ask, window: Fragment): PendingQuery<Position[]> {
  const { scope } = ask;
  const way = wayOf(sql, ask.order);
  return sql<Position[]>`
    with found as materialized (
      select m.sort_id, m."when" from console.message m
      where ${unplannedConditions(sql, scope)} ${window}
    )
    select f.sort_id::float8 as "rowId", f."when" as stamp
    from (select m.* from found m where ${inRange(sql, scope, sql`m."when"`)} ${beyond(sql, ask, way)}
      order by m."when" ${way.order}, m.sort_id ${way.order} offset 0) f
    cross join lateral (
      select m.* from console.message m where m.sort_id = f.sort_id limit 1) m
    where ${otherConditions(sql, scope)}
    order by f."when" ${way.order}, f.sort_id ${way.order} limit ${ask.limit}`;
}

/** The next rows in order, each looked at; stops as soon as there are enough hits. */
export function findWalking(sql: Sql, ask: Ask, rows: number): PendingQuery<Position[]> {
  const way = wayOf(sql, ask.order);
  return sql<Position[]>`
    select m.sort_id::float8 as "rowId", m."when" as stamp
    from (select * ${inOrder(sql, ask, way, rows)}) m
    where ${conditionsOfRow(sql, ask.scope)} and ${otherConditions(sql, ask.scope)}
    order by m."when" ${way.order}, m.sort_id ${way.order} limit ${ask.limit}`;
}

/** The last row that such a walk looked at; none: it came to the end. From the index alone. */
export function endOfWalk(sql: Sql, ask: Ask, rows: number): PendingQuery<Position[]> {
  const way = wayOf(sql, ask.order);
  return sql<Position[]>`
    select w.sort_id::float8 as "rowId", w."when" as stamp from (
      select m."when", m.sort_id ${inOrder(sql, ask, way, rows)}) w
    order by w."when" ${way.order}, w.sort_id ${way.order} offset ${rows - 1} limit 1`;
}

/** One conversation and one archive by their own indexes, everything else by time. */
function inOrder(sql: Sql, ask: Ask, way: Way, rows: number): Fragment {
  const { owners, peer } = ask.scope;
  const [only] = owners ?? [];
  return sql`from console.message m
    where ${owners?.length === 1 && only !== undefined ? sql`m.owner_id = ${only}` : sql`true`}
      ${peer === null ? sql`` : sql`and m.peer = ${peer}`}
      and ${inRange(sql, ask.scope, sql`m."when"`)} ${beyond(sql, ask, way)}
    order by m."when" ${way.order}, m.sort_id ${way.order} limit ${rows}`;
}
