import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import { type RowSource, type StoredLine, storedLine } from "@/lib/archive/queries/projected-rows";
import { FOLDING_KINDS, MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { IS, type Is } from "../language/query";
import { is } from "./conditions";

/** A line of the answer: a hit, or beside one, or both. */
export type AnswerLine = StoredLine & {
  /** Where it stands: three times the number of the hit (from 0), and 0 before it, 1 itself, 2 after it. */
  places: number[];
} & Record<Is, boolean>;

const FOLDING = FOLDING_KINDS.map((it) => MESSAGE_KINDS.indexOf(it));

/**
 * These rows, and the messages just before and after each, in its room or with its other side; receipts,
 * reactions and the like are passed over. One statement of index lookups, for each round trip and each plan
 * costs more than these. In no order; a row deleted meanwhile is left out.
 */
export function linesAround(
  sql: Sql,
  source: RowSource,
  rowIds: number[],
): PendingQuery<AnswerLine[]> {
  const before = beside(sql, sql`<`, sql`desc`);
  const after = beside(sql, sql`>`, sql`asc`);
  const { columns, join } = storedLine(sql, source);
  const [edited, retracted] = IS.map((it) => is(sql, it));
  return sql<AnswerLine[]>`
    with around as materialized (
      select (w.ord - 1) * 3 as place, m.sort_id as hit, b.id as before, a.id as after
      from unnest(${rowIds}::bigint[]) with ordinality as w(id, ord)
        join console.message m on m.sort_id = w.id
        left join lateral (${before}) b on true
        left join lateral (${after}) a on true
    ), wanted as materialized (
      select v.id, array_agg(v.place::int) as places
      from around r cross join lateral
        (values (r.before, r.place), (r.hit, r.place + 1), (r.after, r.place + 2)) v(id, place)
      where v.id is not null group by v.id
    )
    select w.places, ${edited ?? sql`false`} as edited, ${retracted ?? sql`false`} as retracted, ${columns}
    from wanted w join console.message m on m.sort_id = w.id ${join}`;
}

/** Each branch walks an index of its own; the other's condition is false before it begins. */
function beside(sql: Sql, than: PendingQuery<Row[]>, order: PendingQuery<Row[]>) {
  const next = (condition: PendingQuery<Row[]>) => sql`
    (select n.sort_id as id from console.message n
      where n.owner_id = m.owner_id and ${condition}
        and (n."when", n.sort_id) ${than} (m."when", m.sort_id)
        and n.kind <> all(${FOLDING}::smallint[])
      order by n."when" ${order}, n.sort_id ${order} limit 1)`;
  return sql`${next(sql`m.direction = 2`)} union all
    ${next(sql`m.direction <> 2 and n.peer = m.peer`)}`;
}
