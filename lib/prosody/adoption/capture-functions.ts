import { PROJECTION_LOCK } from "@/lib/db/locks";
import type { Layout } from "../layouts/layout";
import { removeLines } from "./remove-lines";

/**
 * Takes lines of the projection away in the transaction that deleted their rows, so that nothing erased
 * is ever found. Shared lock: the indexer cannot write while a delete is under way. Counts are only noted
 * down (two deletes must not wait for each other), the indexer adds them up.
 *
 * A transaction with an older snapshot cannot see every line: it leaves a mark instead of deleting.
 */
const linesOfOldRows = (layout: Layout) =>
  `${removeLines(`array(select ${layout.rowId} from old_rows a)`)};`;

const LOCK = `perform pg_advisory_xact_lock_shared(${PROJECTION_LOCK});`;
const SEES_EVERY_LINE = "current_setting('transaction_isolation') = 'read committed'";

/** Prosody deletes 0 rows before every append with a key: that must cost nothing. */
export function captureDelete(layout: Layout): string {
  const id = layout.rowId;
  return `
begin
  if not exists (select from old_rows) then return null; end if;
  ${LOCK}
  if ${SEES_EVERY_LINE} then${linesOfOldRows(layout)}
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
  if ${SEES_EVERY_LINE} then${linesOfOldRows(layout)}
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
