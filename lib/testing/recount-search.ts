import type { Sql } from "postgres";
import { searchText } from "@/lib/archive/projection/search-text";
import { tokenize } from "@/lib/lexemes/tokenize";
import { toTsvector } from "@/lib/lexemes/tsvector";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { isRoomStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { bareOf, resourceOf } from "@/lib/xmpp/jid";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";

/** What is searched of a row: body, words with their places, facets by name; marks apart. */
export type SearchCount = { line: string; marks: string[] };
export type SearchCounts = Record<string, SearchCount>;

export type ReadRow = { row: ArchiveRow; facts: StanzaFacts | null; author: string | null };

/** From the rows themselves; `author`: who is proven to have written in a room. */
export async function recountSearch(sql: Sql, rows: ReadRow[]): Promise<SearchCounts> {
  const marks = marksByName(rows);
  const texts = rows.map(({ facts }) => (facts ? searchText(facts) : ""));
  const vectors = await canonical(
    sql,
    texts.map((it) => toTsvector(tokenize(it), [])),
  );
  return Object.fromEntries(
    rows.map((it, n) => {
      const { row, facts } = it;
      const owner = ownerOf(row);
      const named = new Set(
        [facts?.id, facts?.originId, row.key].flatMap((id) => marks.get(`${owner} ${id}`) ?? []),
      );
      const facets = facetsOf(it).sort();
      const line = [texts[n] || null, vectors[n], ...facets].join(" | ");
      return [row.rowId, { line, marks: [...named].filter((mark) => !facets.includes(mark)) }];
    }),
  );
}

const ownerOf = ({ user, host, store }: ArchiveRow) => `${user}@${host} ${store}`;

function marksByName(rows: ReadRow[]): Map<string, string[]> {
  const marks = new Map<string, string[]>();
  for (const { row, facts } of rows) {
    const mark = { correction: "edited", retraction: "retracted", moderation: "retracted" }[
      facts?.kind as "correction"
    ];
    if (!mark || !facts?.targetId) continue;
    const name = `${ownerOf(row)} ${facts.targetId}`;
    marks.set(name, [...(marks.get(name) ?? []), mark]);
  }
  return marks;
}

function facetsOf({ row, facts, author }: ReadRow): string[] {
  const owner = `${row.user}@${row.host}`;
  const room = isRoomStore(row.store);
  const from = bareOf(facts?.from ?? null);
  const sent = from === owner;
  const peer = room ? null : (row.with ?? bareOf(sent ? (facts?.to ?? owner) : from));
  const senders = room ? [author, resourceOf(facts?.from ?? null)] : [sent ? owner : peer];
  const body = facts?.bodyIsFallback ? "" : (facts?.body ?? "");
  return [
    `k${MESSAGE_KINDS.indexOf(facts?.kind ?? "other")}`,
    `h${row.host}`,
    ...new Set(senders.flatMap((it) => (it === null ? [] : [`s${it.toLowerCase()}`]))),
    ...new Set([owner, peer].flatMap((it) => (it === null ? [] : [`w${it.toLowerCase()}`]))),
    ...((facts?.files.length ?? 0) > 0 ? ["file"] : []),
    ...(/(https?|xmpp|ftp|geo|mailto|aesgcm):\S/i.test(body) ? ["link"] : []),
    ...(facts?.kind === "encrypted" ? ["enc"] : []),
    ...(facts?.retraction?.inPlace || facts?.moderation?.inPlace ? ["retracted"] : []),
  ];
}

/** As PostgreSQL writes a tsvector. */
async function canonical(sql: Sql, vectors: string[]): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select v::tsvector::text as text from unnest(${vectors}::text[]) with ordinality as t(v, n) order by n`;
  return rows.map((it) => it.text);
}

/** The same out of the projection, numbers of ours replaced by what they stand for. */
export async function readSearch(sql: Sql): Promise<SearchCounts> {
  const rows = await sql<{ id: string; body: string | null; words: string; facets: string[] }[]>`
    select m.sort_id::text as id, m.body,
      ts_delete(m.tsv, array(select lexeme from unnest(m.tsv) where lexeme like ':%'))::text as words,
      array(select case substr(lexeme, 2, 1)
          when 'h' then 'h' || (select host from console.host h where h.id = substr(lexeme, 3)::int)
          when 's' then 's' || (select name from console.party p where p.id = substr(lexeme, 3)::int)
          when 'w' then 'w' || (select name from console.party p where p.id = substr(lexeme, 3)::int)
          else substr(lexeme, 2) end
        from unnest(m.tsv) where lexeme like ':%') as facets
    from console.message m`;
  return Object.fromEntries(
    rows.map(({ id, body, words, facets }) => {
      const inPlace = facets.includes("retracted") && words === "" && body === null;
      const isMark = (it: string) => it === "edited" || (it === "retracted" && !inPlace);
      const line = [body, words, ...facets.filter((it) => !isMark(it)).sort()].join(" | ");
      return [id, { line, marks: facets.filter(isMark).sort() }];
    }),
  );
}
