import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import { COUNTED_KIND, monthOf, quarterOf } from "./rollup-terms";

/** Rows that show text or a file of their own: what `console.conversation.texts` counts. */
export const TEXT_KINDS = ["text", "file"] as const satisfies readonly MessageKind[];

const codes = (kinds: readonly MessageKind[]) =>
  kinds.map((kind) => MESSAGE_KINDS.indexOf(kind)).join(", ");

/** SQL over a row of console.message: does it count as text, as encrypted. */
export const IS_TEXT = `kind in (${codes(TEXT_KINDS)})`;
export const IS_ENCRYPTED = `kind = ${codes(["encrypted"])}`;

/** SQL over a row of console.message: its line in console.conversation; one for a whole room. */
export const CONVERSATION_PEER = "case when direction = 2 then '' else coalesce(peer, '') end";

/**
 * SQL that takes lines of the projection away and notes down what the counts lose by it: two deletes must not
 * wait for each other, so the indexer adds the notes up. `ids`: an array of row ids, in SQL. Notes of rollups
 * are in the order of time, so that those which are added up together are of few days.
 */
export function removeLines(ids: string): string {
  return `
  with gone as (
    delete from console.message where sort_id = any (${ids})
    returning owner_id, peer, direction, kind, "when", size_bytes
  ), uncounted as (
    delete from console.counted where sort_id = any (${ids})
    returning owner_id, "when", size_bytes
  ), lost as (
    select owner_id, kind, "when", size_bytes from gone
    union all select owner_id, ${COUNTED_KIND}, "when", size_bytes from uncounted
  ), quarters as (
    insert into console.rollup_note (host_id, store, kind, quarter, rows, bytes)
    select o.host_id, o.store, l.kind, ${quarterOf('l."when"')}, -count(*), -sum(l.size_bytes)
    from lost l join console.owner o on o.id = l.owner_id
    group by 1, 2, 3, 4 order by 4
  ), months as (
    insert into console.rollup_month_note (owner_id, month, rows, bytes)
    select owner_id, ${monthOf('"when"')}, -count(*), -sum(size_bytes) from lost group by 1, 2
  )
  insert into console.delta (owner_id, peer, rows, bytes, texts, encrypted)
  select owner_id, ${CONVERSATION_PEER}, -count(*), -sum(size_bytes),
    -count(*) filter (where ${IS_TEXT}), -count(*) filter (where ${IS_ENCRYPTED})
  from gone group by 1, 2
  union all
  select owner_id, null, -count(*), -sum(size_bytes), 0, 0 from uncounted group by 1`;
}
