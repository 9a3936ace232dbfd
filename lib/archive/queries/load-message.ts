import "server-only";
import type { Sql } from "postgres";
import { pools } from "@/lib/db/pools";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { OFFLINE_STORE } from "@/lib/prosody/stores";
import { foldStories } from "@/lib/xmpp/fold";
import type { Story } from "@/lib/xmpp/story";
import { FULL_VALUE_BYTES, type OwnerRef, ownerJid } from "../criteria";
import { toMessageView } from "../to-view";
import type { Veil } from "../veil";
import type { MessageDetailView } from "../views";
import { loadContext } from "./context";
import { findDirectScope } from "./direct-scope";
import { type Gathered, gather } from "./gather";
import { isProjected } from "./is-projected";
import { messageColumns } from "./message-columns";
import { findOtherCopy } from "./other-copy";
import { findOwnerScope, type OwnerScope, toScope } from "./owner-scope";
import { projectedReach } from "./projected-reach";
import { rowsById } from "./projected-rows";
import { readRow } from "./read-rows";
import { noSuchRow } from "./resolve-place";

/** One veil for the message itself, one for what stands around it. */
export type MessageVeils = { whole: Veil; list: Veil };
type Owner = OwnerRef & { store: string };

/** Everything about one row but who reads it; the same path with words and without. */
export async function loadMessage(
  owner: Owner,
  rowId: number,
  veils: MessageVeils,
  signal: AbortSignal | null,
): Promise<Omit<MessageDetailView, "reading">> {
  const sql = pools().interactive;
  const partial = !(await isProjected());
  const scope = await scopeOf(sql, owner, partial);
  const [row] = await fetchRows(sql, [rowId], FULL_VALUE_BYTES);
  if (!row) throw noSuchRow();
  const gathered = await gatherAround(sql, scope, row, signal);
  const story = storyOf(scope, gathered, rowId);
  const own = gathered.rows.get(rowId)!.story;
  const [columns, context, other] = await Promise.all([
    messageColumns(sql, row),
    loadContext(scope, story, veils.list, signal),
    findOtherCopy(sql, scope, own, partial),
  ]);
  const { id: stanzaId = null, originId = null, targetId = null } = own.facts ?? {};
  return {
    rowId,
    owner: { ...owner, jid: ownerJid(owner), isRoom: scope.archive.isRoom },
    peer: own.peer,
    columns,
    ids: { stanzaId, originId, targetId },
    message: toMessageView(story, veils.whole, {
      rawOf: (id) => gathered.rows.get(id)?.value ?? null,
    }),
    raw: veils.whole.say(row.value),
    rawTruncated: row.truncated,
    ...context,
    ...other,
    twin: twinOf(scope, gathered, rowId),
    partial: partial && owner.store !== OFFLINE_STORE,
  };
}

function scopeOf(sql: Sql, owner: Owner, partial: boolean): Promise<OwnerScope> | OwnerScope {
  if (owner.store === OFFLINE_STORE) return toScope(owner, [], [OFFLINE_STORE]);
  return (partial ? findDirectScope : findOwnerScope)(sql, owner);
}

/** Without the projection, and for offline rows, the row stands alone. */
async function gatherAround(
  sql: Sql,
  scope: OwnerScope,
  row: ArchiveRow,
  signal: AbortSignal | null,
): Promise<Gathered> {
  const [line] = scope.ids.length > 0 ? await rowsById(sql, scope.ids, [row.rowId]) : [];
  const read = readRow(row, scope.archive, line);
  if (!line) return { rows: new Map([[row.rowId, read]]), cut: false };
  return gather([read], projectedReach(sql, scope, signal));
}

/** The message that the row is, or is folded into. */
function storyOf({ archive }: OwnerScope, { rows }: Gathered, rowId: number): Story {
  const read = [...rows.values()].map((it) => it.story);
  const found = foldStories(archive, read).find((it) => it.rowIds.includes(rowId));
  if (!found) throw noSuchRow();
  return found;
}

/** mod_mam stores a note to oneself twice in the same archive (prosody.md §1). */
function twinOf({ archive }: OwnerScope, { rows }: Gathered, rowId: number): number | null {
  const own = rows.get(rowId)?.story;
  const id = own?.facts?.id ?? null;
  if (!own || id === null || own.peer !== archive.owner) return null;
  const twins = [...rows.values()].filter(
    ({ story }) =>
      story.rowId !== rowId &&
      story.facts?.id === id &&
      story.facts.from === own.facts?.from &&
      story.facts.body === own.facts?.body,
  );
  return twins.length === 1 ? twins[0]!.story.rowId : null;
}
