import "server-only";
import type { Sql } from "postgres";
import type { ArchiveRow, RawArchiveRow } from "@/lib/prosody/archive-row";
import {
  rowColumns,
  rowsAfterUnprojected,
  rowsBeforeUnprojected,
} from "@/lib/prosody/archive-rows";
import { layout } from "@/lib/prosody/layouts/detect";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { sameBareJid, splitJid } from "@/lib/xmpp/jid";
import type { StoryRow } from "@/lib/xmpp/story";
import { FULL_VALUE_BYTES, LIST_VALUE_BYTES, type OwnerRef } from "../criteria";
import { indexId } from "../index-id";
import type { MessageDetailView } from "../views";
import { findDirectScope } from "./direct-scope";
import { findOwnerScope, type OwnerScope } from "./owner-scope";
import { readRow } from "./read-rows";

type OtherCopy = Pick<MessageDetailView, "otherCopy" | "otherCopyCut" | "otherSideHere">;

/** The two copies are written in the same second; a clock that was set may part them. */
const APART_SECONDS = 86_400;
/** An id that is repeated more often within a day proves nothing. */
const MOST_CANDIDATES = 10;
/** Rows of the other archive looked at before and after the message, where there is no index to ask. */
const NEIGHBOURS = 250;
const NO_OTHER_SIDE: OtherCopy = { otherCopy: null, otherCopyCut: false, otherSideHere: null };

/**
 * The same message in the other side's archive: same id, same sender, same text, at most a day apart,
 * and exactly one such row. In rooms, for notes to self and private messages in rooms there is none.
 */
export async function findOtherCopy(
  sql: Sql,
  scope: OwnerScope,
  row: StoryRow,
  partial: boolean,
): Promise<OtherCopy> {
  const { owner, isRoom } = scope.archive;
  if (isRoom || row.peer === null || row.peer === owner) {
    return NO_OTHER_SIDE;
  }
  const { localpart, domainpart } = splitJid(row.peer);
  const other = { host: domainpart, user: localpart ?? "" };
  const theirs = await (partial ? findDirectScope : findOwnerScope)(sql, other);
  const otherSideHere = theirs.stores.length > 0 || (await isHostHere(sql, other));
  if (theirs.stores.includes(ROOM_STORE)) return NO_OTHER_SIDE;
  const id = row.facts?.id ?? null;
  if (id === null || theirs.stores.length === 0) return { ...NO_OTHER_SIDE, otherSideHere };
  const { rows, cut } = partial
    ? await directCandidates(sql, theirs, owner, row)
    : { rows: await projectedCandidates(sql, theirs, owner, row, id), cut: false };
  const same = rows.filter((it) => isSame(it, theirs, owner, row));
  const [only] = same;
  const otherCopy =
    same.length === 1 && only ? { ...other, rowId: only.rowId, stamp: only.when } : null;
  return { otherCopy, otherCopyCut: cut && same.length === 0, otherSideHere };
}

function isSame(
  candidate: ArchiveRow,
  theirs: OwnerScope,
  owner: string,
  { facts }: StoryRow,
): boolean {
  const { peer, facts: found } = readRow(candidate, theirs.archive, undefined).story;
  return (
    peer === owner &&
    found !== null &&
    facts !== null &&
    found.id === facts.id &&
    sameBareJid(found.from, facts.from) &&
    found.body === facts.body &&
    found.kind === facts.kind
  );
}

async function projectedCandidates(
  sql: Sql,
  theirs: OwnerScope,
  owner: string,
  { stamp }: StoryRow,
  id: string,
): Promise<ArchiveRow[]> {
  const it = await layout();
  const rows = await sql<RawArchiveRow[]>`
    select ${rowColumns(sql, it, FULL_VALUE_BYTES)} from console.message m
      join ${sql.unsafe(it.table)} a on ${sql.unsafe(it.rowId)} = m.sort_id
    where m.owner_id = any(${theirs.ids}::int[]) and m.stanza_id = ${indexId(id)} and m.stanza_id is not null
      and m.peer = ${indexId(owner)}
      and m."when" between ${stamp - APART_SECONDS} and ${stamp + APART_SECONDS}
    limit ${MOST_CANDIDATES}`;
  return rows.map(it.toRow);
}

/** Through Prosody's own indexes, outwards from the second in which both copies are usually written. */
async function directCandidates(
  sql: Sql,
  theirs: OwnerScope,
  owner: string,
  { stamp }: StoryRow,
): Promise<{ rows: ArchiveRow[]; cut: boolean }> {
  const scope = { ...theirs, with: owner };
  const page = { limit: NEIGHBOURS, maxValueBytes: LIST_VALUE_BYTES };
  const [before, after] = await Promise.all([
    rowsBeforeUnprojected(sql, scope, { ...page, from: { stamp, rowId: -1 } }),
    rowsAfterUnprojected(sql, scope, { ...page, from: { stamp, rowId: -1 } }),
  ]);
  const near = (it: ArchiveRow) => Math.abs(it.when - stamp) <= APART_SECONDS;
  const goesOn = (found: ArchiveRow[]) => found.length === NEIGHBOURS && found.every(near);
  const rows = [...before, ...after].filter(near);
  return {
    rows: rows.filter((it) => !it.truncated),
    cut: goesOn(before) || goesOn(after) || rows.some((it) => it.truncated),
  };
}

/** Whether anything at all is stored for the host: else the other side is on another server. */
async function isHostHere(sql: Sql, { host }: OwnerRef): Promise<boolean> {
  const it = await layout();
  const stored = (table: string) =>
    sql`exists (select from ${sql.unsafe(table)} a where a.host = ${host})`;
  const [row] = await sql<{ here: boolean }[]>`
    select ${stored(it.table)} ${it.mapTable ? sql`or ${stored(it.mapTable)}` : sql``} as here`;
  return row?.here ?? false;
}
