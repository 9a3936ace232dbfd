import { PROJECTION_LOCK } from "@/lib/db/locks";
import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import type { Layout } from "../layouts/layout";

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
 * Takes lines of the projection away in the transaction that deleted their rows, so that nothing erased
 * is ever found. Shared lock: the indexer cannot write while a delete is under way. Counts are only noted
 * down (two deletes must not wait for each other), the indexer adds them up.
 *
 * A transaction with an older snapshot cannot see every line: it leaves a mark instead of deleting.
 */
function removeLines(layout: Layout): string {
  const id = layout.rowId;
  return `
  with gone as (
    delete from console.message where sort_id = any (array(select ${id} from old_rows a))
    returning owner_id, peer, direction, kind, size_bytes
  ), uncounted as (
    delete from console.counted where sort_id = any (array(select ${id} from old_rows a))
    returning owner_id, size_bytes
  )
  insert into console.delta (owner_id, peer, rows, bytes, texts, encrypted)
  select owner_id, ${CONVERSATION_PEER}, -count(*), -sum(size_bytes),
    -count(*) filter (where ${IS_TEXT}), -count(*) filter (where ${IS_ENCRYPTED})
  from gone group by 1, 2
  union all
  select owner_id, null, -count(*), -sum(size_bytes), 0, 0 from uncounted group by 1;`;
}

const LOCK = `perform pg_advisory_xact_lock_shared(${PROJECTION_LOCK});`;
const SEES_EVERY_LINE = "current_setting('transaction_isolation') = 'read committed'";

/** Prosody deletes 0 rows before every append with a key: that must cost nothing. */
export function captureDelete(layout: Layout): string {
  const id = layout.rowId;
  return `
begin
  if not exists (select from old_rows) then return null; end if;
  ${LOCK}
  if ${SEES_EVERY_LINE} then${removeLines(layout)}
  else insert into console.dirty (sort_id) select ${id} from old_rows a;
  end if;
  ${layout.name === "reference" ? twinsAreDirty(layout) : ""}return null;
end`;
}

/** Keys are not unique there: what is left of two rows with the same number is to be indexed again. */
function twinsAreDirty(layout: Layout): string {
  return `insert into console.dirty (sort_id)
    select i.id from (select distinct ${layout.rowId} as id from old_rows a) i
    where exists (select from ${layout.table} a where ${layout.rowId} = i.id);
  `;
}

export function captureUpdate(layout: Layout): string {
  const id = layout.rowId;
  return `
begin
  if not exists (select from old_rows) then return null; end if;
  ${LOCK}
  insert into console.dirty (sort_id)
    select ${id} from old_rows a union select ${id} from new_rows a;
  if ${SEES_EVERY_LINE} then${removeLines(layout)}
  end if;
  return null;
end`;
}

export function captureTruncate(): string {
  return `
begin
  ${LOCK}
  update console.indexer_state set rebuild = true where one;
  return null;
end`;
}
