import "server-only";
import type { Queryable } from "@/lib/db/transaction";

/**
 * The numbers of these names, new ones where there were none. Never by `on conflict do nothing` alone:
 * each attempt would use up a number. In one order, so that two who do so at once never wait crosswise.
 */
export async function numberParties(
  sql: Queryable,
  names: Iterable<string>,
): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  await sql`
    insert into console.party (name) select n.name from unnest(${wanted}::text[]) as n(name)
    where not exists (select from console.party p where p.name = n.name)
    order by 1 on conflict do nothing`;
  const rows = await sql<{ id: number; name: string }[]>`
    select id, name from console.party where name = any(${wanted}::text[])`;
  return new Map(rows.map((it) => [it.name, it.id]));
}

/** Lines that may have mentioned these names are gone. */
export async function doubtParties(sql: Queryable, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await sql`update console.party set doubtful = true
    where name = any(${names}::text[]) and not doubtful`;
}

/** Everybody: names of rooms' guests are in no conversation whose end we would notice. */
export async function doubtAllParties(sql: Queryable): Promise<void> {
  await sql`update console.party set doubtful = true where not doubtful`;
}

/** A name that many lines mention takes a millisecond or two. */
const NAMES_AT_ONCE = 20;

/**
 * Takes away doubtful names that no line mentions any more: an erased person's name stays nowhere. The
 * caller holds the projection lock exclusively, so that no batch takes up a name meanwhile.
 */
export async function settleDoubts(tx: Queryable): Promise<number> {
  // Always by the index of words, also when the planner takes every lexeme for a common one.
  await tx`set local enable_seqscan = off`;
  const rows = await tx`
    with doubted as materialized (
      select p.id, exists (select from console.message m
        where m.tsv @@ format('%L | %L', ':s' || p.id, ':w' || p.id)::tsquery) as used
      from (select id from console.party where doubtful limit ${NAMES_AT_ONCE}) p
    ), gone as (
      delete from console.party p using doubted d where p.id = d.id and not d.used
    ), kept as (
      update console.party p set doubtful = false from doubted d where p.id = d.id and d.used
    )
    select from doubted`;
  return rows.length;
}
