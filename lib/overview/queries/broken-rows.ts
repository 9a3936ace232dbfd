import "server-only";
import type { Sql } from "postgres";
import { missingIndexes } from "@/lib/archive/projection/message-indexes";
import { sqlState } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { BrokenRow, BrokenRows } from "../checks/prosody";

const UNREADABLE = MESSAGE_KINDS.indexOf("other");
/** So many are found by the index of words; where there are more, presences are archived, and nobody knows which are broken. */
const MOST_FOUND = 2_000;
/** So many stanzas are read, the newest. */
const MOST_READ = 50;
/** PostgreSQL was built without an XML parser. */
const NOT_SUPPORTED = "0A000";

/**
 * Rows that are no well-formed XML: Prosody answers no page that has one of them (prosody.md §0.2). They are among
 * those that the indexer could not read, which the sums count and the index of words finds. null: cannot be said.
 */
export async function readBroken(
  sql: Sql,
  layout: Layout,
  hostId: number | null,
): Promise<BrokenRows | null | "no-matter"> {
  if (layout.name !== "prosody") return "no-matter";
  const unreadable = await countUnreadable(sql, hostId);
  if (unreadable === 0) return { rows: [], partial: false };
  if (unreadable > MOST_FOUND || !(await hasWords(sql))) return null;
  const rows = await look(sql, layout, hostId);
  return rows && { rows, partial: unreadable > MOST_READ };
}

async function countUnreadable(sql: Sql, hostId: number | null): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    select coalesce(sum(r.rows), 0)::float8 as rows from console.rollup_kind r
    where r.kind = ${UNREADABLE} ${hostId === null ? sql`` : sql`and r.host_id = ${hostId}::smallint`}`;
  return row?.rows ?? 0;
}

async function hasWords(sql: Sql): Promise<boolean> {
  return !(await missingIndexes(sql)).some((it) => it.use === "words");
}

async function look(sql: Sql, layout: Layout, hostId: number | null): Promise<BrokenRow[] | null> {
  const facets = [`':k${UNREADABLE}'`, ...(hostId === null ? [] : [`':h${hostId}'`])].join(" & ");
  try {
    return await sql<BrokenRow[]>`
      with unreadable as materialized (
        select m.sort_id, m."when" from console.message m where m.tsv @@ ${facets}::tsquery
      ), newest as (
        select * from unreadable order by "when" desc, sort_id desc limit ${MOST_READ}
      )
      select a.sort_id::float8 as "rowId", a.host, a."user", a."when"
      from newest n join ${sql.unsafe(layout.table)} a on a.sort_id = n.sort_id
      where a.type <> 'xml' or not xml_is_well_formed_document(a.value)
      order by n."when" desc, n.sort_id desc`;
  } catch (error) {
    if (sqlState(error) === NOT_SUPPORTED) return null;
    throw error;
  }
}
