import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { CONVERSATION_PEER, IS_ENCRYPTED, IS_TEXT } from "@/lib/prosody/adoption/remove-lines";
import { COUNTED_KIND } from "@/lib/prosody/adoption/rollup-terms";
import { facetsOf } from "./facets";
import type { Line } from "./line";
import { marksFor } from "./marks";
import type { OwnerIndex } from "./owners";
import { numberParties } from "./parties";
import type { CountedRow } from "./prepare";
import { addLinesToRollups } from "./rollups/add";

/**
 * Writes lines and adds to the counts exactly what was written: a line that is there already counts
 * nothing. Returns how many were new.
 */
export async function insertLines(
  tx: Queryable,
  lines: Line[],
  index: OwnerIndex,
): Promise<number> {
  if (lines.length === 0) return 0;
  const owners = lines.map(index.get);
  const vectors = await vectorsOf(tx, lines, index);
  const [row] = await tx<{ n: number }[]>`
    with fresh as (
      insert into console.message (sort_id, owner_id, host_id, "when", peer, nick, direction, kind,
        proof, origin_id, stanza_id, target_id, size_bytes, key_hash, body, tsv)
      select * from unnest(
        ${lines.map((it) => it.rowId)}::bigint[], ${owners.map((it) => it.ownerId)}::int[],
        ${owners.map((it) => it.hostId)}::smallint[], ${lines.map((it) => it.when)}::int[],
        ${lines.map((it) => it.peer)}::text[], ${lines.map((it) => it.nick)}::text[],
        ${lines.map((it) => it.direction)}::smallint[], ${lines.map((it) => it.kind)}::smallint[],
        ${lines.map((it) => it.proof)}::smallint[], ${lines.map((it) => it.originId)}::text[],
        ${lines.map((it) => it.stanzaId)}::text[], ${lines.map((it) => it.targetId)}::text[],
        ${lines.map((it) => it.sizeBytes)}::int[], ${lines.map((it) => it.keyHash)}::int[],
        ${lines.map((it) => it.body)}::text[], ${vectors}::text[]::tsvector[])
      on conflict (sort_id) do nothing
      returning owner_id, "when", peer, direction, kind, size_bytes
    ), sums as (
      select owner_id, ${tx.unsafe(CONVERSATION_PEER)} as peer, count(*) as rows,
        sum(size_bytes) as bytes, count(*) filter (where ${tx.unsafe(IS_TEXT)}) as texts,
        count(*) filter (where ${tx.unsafe(IS_ENCRYPTED)}) as encrypted,
        min("when") as first, max("when") as last
      from fresh group by 1, 2
    ), conversations as (
      insert into console.conversation as c (owner_id, peer, rows, texts, encrypted, first, last)
      select owner_id, peer, rows, texts, encrypted, first, last from sums
      on conflict (owner_id, peer) do update set rows = c.rows + excluded.rows,
        texts = c.texts + excluded.texts, encrypted = c.encrypted + excluded.encrypted,
        first = least(c.first, excluded.first), last = greatest(c.last, excluded.last)
    ), owners as (
      update console.owner o set rows = o.rows + s.rows, bytes = o.bytes + s.bytes,
        encrypted = o.encrypted + s.encrypted,
        first = least(o.first, s.first), last = greatest(o.last, s.last)
      from (select owner_id, sum(rows) as rows, sum(bytes) as bytes, sum(encrypted) as encrypted,
        min(first) as first, max(last) as last from sums group by 1) s
      where o.id = s.owner_id
    ), ${tx.unsafe(addLinesToRollups("fresh", "kind"))}
    select count(*)::int as n from fresh`;
  return row?.n ?? 0;
}

/** Words and facets of each line, as text that PostgreSQL reads as a tsvector. */
async function vectorsOf(tx: Queryable, lines: Line[], index: OwnerIndex): Promise<string[]> {
  const numbers = await numberParties(
    tx,
    lines.flatMap((it) => [...it.senders, ...it.participants]),
  );
  const marks = await marksFor(tx, lines, index);
  const of = (names: string[]) => names.flatMap((name) => numbers.get(name) ?? []);
  return lines.map((line) => {
    const { hostId } = index.get(line);
    const [senders, participants] = [of(line.senders), of(line.participants)];
    const facets = facetsOf({ ...line, hostId, senders, participants });
    return `${line.words} ${facets} ${marks.get(line.rowId) ?? ""}`;
  });
}

/** The same for stores that are only counted. */
export async function insertCounted(
  tx: Queryable,
  rows: CountedRow[],
  index: OwnerIndex,
): Promise<number> {
  if (rows.length === 0) return 0;
  const [row] = await tx<{ n: number }[]>`
    with fresh as (
      insert into console.counted (sort_id, owner_id, "when", size_bytes)
      select * from unnest(${rows.map((it) => it.rowId)}::bigint[],
        ${rows.map((it) => index.get(it).ownerId)}::int[], ${rows.map((it) => it.when)}::int[],
        ${rows.map((it) => it.sizeBytes)}::int[])
      on conflict (sort_id) do nothing returning owner_id, "when", size_bytes
    ), owners as (
      update console.owner o set rows = o.rows + s.rows, bytes = o.bytes + s.bytes,
        first = least(o.first, s.first), last = greatest(o.last, s.last)
      from (select owner_id, count(*) as rows, sum(size_bytes) as bytes, min("when") as first,
        max("when") as last from fresh group by 1) s
      where o.id = s.owner_id
    ), ${tx.unsafe(addLinesToRollups("fresh", String(COUNTED_KIND)))}
    select count(*)::int as n from fresh`;
  return row?.n ?? 0;
}
