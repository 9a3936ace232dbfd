import "server-only";
import type { Sql } from "postgres";
import { indexId } from "../index-id";
import type { Linked } from "./gather";

export type LinkQuestion = {
  /** `console.owner.id`. */
  owners: number[];
  /** Ids that rows at hand carry: who refers to them? */
  carried: string[];
  /** Ids that rows at hand refer to: who carries them? */
  referred: string[];
  limit: number;
};

/** Of one id no more rows than this are looked at, whoever repeats it. */
const ROWS_OF_ONE_ID = 5_000;

/**
 * Row ids of one owner that are tied to the rows at hand by an id, newest first, carriers before those
 * that refer to something, so that a limit leaves out the latter. Archive ids (`key`)
 * are not in the projection: row-keys.ts looks these up. Index lookups only.
 */
export async function findLinkedRows(sql: Sql, question: LinkQuestion): Promise<Linked> {
  const { owners, limit } = question;
  const carried = question.carried.map((id) => indexId(id));
  const referred = question.referred.map((id) => indexId(id));
  const rows = await sql<{ rowId: number; satellite: boolean }[]>`
    with linked as (
      select l.*, true as satellite from unnest(${owners}::int[]) o(id) cross join unnest(${carried}::text[]) w(word)
        cross join lateral (
          select m."when", m.sort_id from console.message m
          where m.owner_id = o.id and m.target_id = w.word and m.target_id is not null
          limit ${ROWS_OF_ONE_ID}) l
      union all
      select l.*, false from unnest(${owners}::int[]) o(id) cross join unnest(${referred}::text[]) w(word)
        cross join lateral (
          select m."when", m.sort_id from console.message m
          where m.owner_id = o.id and m.stanza_id = w.word and m.stanza_id is not null
          limit ${ROWS_OF_ONE_ID}) l
      union all
      select l.*, false from unnest(${owners}::int[]) o(id) cross join unnest(${referred}::text[]) w(word)
        cross join lateral (
          select m."when", m.sort_id from console.message m
          where m.owner_id = o.id and m.origin_id = w.word
            and m.origin_id is not null and m.origin_id is distinct from m.stanza_id
          limit ${ROWS_OF_ONE_ID}) l
    )
    select sort_id::float8 as "rowId", satellite from linked
    order by satellite, "when" desc, sort_id desc limit ${limit}`;
  const of = (satellite: boolean) =>
    rows.filter((it) => it.satellite === satellite).map((it) => it.rowId);
  return { carriers: of(false), satellites: of(true) };
}
