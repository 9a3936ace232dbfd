import "server-only";
import type { Sql } from "postgres";
import { pools } from "@/lib/db/pools";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { OFFLINE_STORE } from "@/lib/prosody/stores";
import { foldStories } from "@/lib/xmpp/fold";
import type { Story } from "@/lib/xmpp/story";
import { FULL_VALUE_BYTES, type OwnerRef, ownerJid } from "../criteria";
import { toMessageView } from "../to-view";
import type { Veil } from "../veil";
import type { MessageDetailView } from "../views";
import { contextOf, loadAround } from "./context";
import { findDirectScope } from "./direct-scope";
import { type Gathered, gather } from "./gather";
import { isProjected } from "./is-projected";
import type { LoadedPage } from "./load-page";
import { messageColumns } from "./message-columns";
import { findOtherCopy } from "./other-copy";
import { findOwnerScope, type OwnerScope, toScope } from "./owner-scope";
import { projectedReach } from "./projected-reach";
import { findProjectedRow } from "./projected-rows";
import { type ReadRow, readRow } from "./read-rows";
import { noSuchRow } from "./resolve-place";

/** One veil for the message itself, one for what stands around it. */
export type MessageVeils = { whole: Veil; list: Veil };
type Owner = OwnerRef & { store: string };

/** Everything about one row but who reads it; the same path with words and without. */
export async function loadMessage(
  { rowId, ...owner }: Owner & { rowId: number },
  veils: MessageVeils,
  signal: AbortSignal | null,
): Promise<Omit<MessageDetailView, "reading">> {
  const sql = pools().interactive;
  const partial = !(await isProjected());
  const [scope, [row], line] = await Promise.all([
    scopeOf(sql, owner, partial),
    fetchRows(sql, [rowId], FULL_VALUE_BYTES),
    partial ? undefined : findProjectedRow(sql, rowId),
  ]);
  if (!row || !isIn(row, owner)) throw noSuchRow();
  const known = line && scope.ids.includes(line.ownerId) ? line : undefined;
  const own = readRow(row, scope.archive, known);
  // At once: what stands around the row is nearly always what stands around its message.
  const [page, columns, other] = await Promise.all([
    loadAround(scope, own.story, signal),
    messageColumns(row),
    findOtherCopy(sql, scope, own.story, partial),
  ]);
  const gathered = withinPage(scope, page, own) ?? (await gatherAround(sql, scope, own, signal));
  const story = storyOf(scope, gathered, rowId);
  const moved = !partial && story.row.rowId !== rowId;
  const around = moved ? await loadAround(scope, story.row, signal) : page;
  const { id: stanzaId = null, originId = null, targetId = null } = own.story.facts ?? {};
  return {
    rowId,
    owner: { ...owner, jid: ownerJid(owner), isRoom: scope.archive.isRoom },
    peer: own.story.peer,
    columns,
    ids: { stanzaId, originId, targetId },
    message: toMessageView(story, veils.whole, {
      rawOf: (id) => gathered.rows.get(id)?.value ?? null,
    }),
    raw: veils.whole.say(row.value),
    rawTruncated: row.truncated,
    ...contextOf(around, story.row.rowId, veils.list),
    ...other,
    twin: twinOf(scope, gathered, rowId),
    partial: partial && owner.store !== OFFLINE_STORE,
  };
}

/** A row may have gone, and its number come again, since its owner was looked up. */
function isIn(row: Owner, owner: Owner): boolean {
  return row.host === owner.host && row.user === owner.user && row.store === owner.store;
}

function scopeOf(sql: Sql, owner: Owner, partial: boolean): Promise<OwnerScope> | OwnerScope {
  if (owner.store === OFFLINE_STORE) return toScope(owner, [], [OFFLINE_STORE]);
  return (partial ? findDirectScope : findOwnerScope)(sql, owner);
}

/**
 * The page around the row, when it has the message and all that belongs to it; without the projection it
 * is all that is known, as in the transcript. The row itself is whole.
 */
function withinPage(scope: OwnerScope, page: LoadedPage | null, own: ReadRow): Gathered | null {
  if (!page) return onlyRow(own);
  const { rowId } = own.story;
  const gathered = { ...page.gathered, rows: new Map(page.gathered.rows).set(rowId, own) };
  if (page.partial) return gathered;
  const { row } = storyOf(scope, gathered, rowId);
  return page.ids.has(row.rowId) && !gathered.cut ? gathered : null;
}

function onlyRow(own: ReadRow): Gathered {
  return { rows: new Map([[own.story.rowId, own]]), cut: false };
}

async function gatherAround(
  sql: Sql,
  scope: OwnerScope,
  own: ReadRow,
  signal: AbortSignal | null,
): Promise<Gathered> {
  const { rowId } = own.story;
  if (scope.ids.length === 0) return onlyRow(own);
  const reach = projectedReach(sql, scope, signal);
  const gathered = await gather([own], reach);
  const message = gathered.rows.get(storyOf(scope, gathered, rowId).row.rowId);
  // What answers a message is looked for from the message, not from a correction of it.
  return !message || message === own ? gathered : gather([message, own], reach);
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
