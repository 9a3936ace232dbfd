import "server-only";
import type { Sql } from "postgres";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { fetchRows, rowsAfterUnprojected } from "@/lib/prosody/archive-rows";
import { layout } from "@/lib/prosody/layouts/detect";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { sameBareJid, splitJid } from "@/lib/xmpp/jid";
import type { StoryRow } from "@/lib/xmpp/story";
import { FULL_VALUE_BYTES, type OwnerRef } from "../criteria";
import { indexId } from "../index-id";
import type { MessageDetailView } from "../views";
import { findDirectScope } from "./direct-scope";
import { findOwnerScope, type OwnerScope } from "./owner-scope";
import { readRow } from "./read-rows";

type OtherCopy = Pick<MessageDetailView, "otherCopy" | "otherSideHere">;

/** The two copies are written in the same second; a clock that was set may part them. */
const APART_SECONDS = 86_400;
/** An id that is repeated more often within a day proves nothing. */
const MOST_CANDIDATES = 10;

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
    return { otherCopy: null, otherSideHere: null };
  }
  const { localpart, domainpart } = splitJid(row.peer);
  const other = { host: domainpart, user: localpart ?? "" };
  const theirs = await (partial ? findDirectScope : findOwnerScope)(sql, other);
  const otherSideHere = theirs.stores.length > 0 || (await isHostHere(sql, other));
  if (theirs.stores.includes(ROOM_STORE)) return { otherCopy: null, otherSideHere: null };
  const id = row.facts?.id ?? null;
  if (id === null || theirs.stores.length === 0) return { otherCopy: null, otherSideHere };
  const candidates = partial
    ? await directCandidates(sql, theirs, owner, row)
    : await projectedCandidates(sql, theirs, owner, row, id);
  const same = candidates.filter((it) => isSame(it, theirs, row));
  const [only] = same;
  const otherCopy =
    same.length === 1 && only ? { ...other, rowId: only.rowId, stamp: only.when } : null;
  return { otherCopy, otherSideHere };
}

function isSame(candidate: ArchiveRow, theirs: OwnerScope, { facts }: StoryRow): boolean {
  const found = readRow(candidate, theirs.archive, undefined).story.facts;
  return (
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
  const rows = await sql<{ rowId: number }[]>`
    select m.sort_id::float8 as "rowId" from console.message m
    where m.owner_id = any(${theirs.ids}::int[]) and m.stanza_id = ${indexId(id)} and m.stanza_id is not null
      and m.peer = ${indexId(owner)}
      and m."when" between ${stamp - APART_SECONDS} and ${stamp + APART_SECONDS}
    limit ${MOST_CANDIDATES}`;
  return fetchRows(
    sql,
    rows.map((it) => it.rowId),
    FULL_VALUE_BYTES,
  );
}

/** Through Prosody's index (…, with, when); where the layout has no `with`, not at all. */
async function directCandidates(
  sql: Sql,
  theirs: OwnerScope,
  owner: string,
  { stamp }: StoryRow,
): Promise<ArchiveRow[]> {
  if ((await layout()).with === null) return [];
  const rows = await rowsAfterUnprojected(
    sql,
    { ...theirs, with: owner },
    {
      from: { stamp: stamp - APART_SECONDS, rowId: -1 },
      limit: 500,
      maxValueBytes: 32 * 1024,
    },
  );
  return rows.filter((it) => it.when <= stamp + APART_SECONDS && !it.truncated);
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
