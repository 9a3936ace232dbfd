import "server-only";
import type { Sql } from "postgres";
import { fetchRows, rowsAfterUnprojected, rowsBeforeUnprojected } from "@/lib/prosody/archive-rows";
import { layout } from "@/lib/prosody/layouts/detect";
import { OFFLINE_STORE } from "@/lib/prosody/stores";
import { LIST_VALUE_BYTES, type TranscriptCriteria } from "../criteria";
import type { Position } from "../cursor";
import { findDirectScope } from "./direct-scope";
import type { LoadedPage } from "./load-page";
import type { KnownPlace } from "./load-projected-page";
import { localMidnight } from "./local-midnight";
import { type OwnerScope, toScope } from "./owner-scope";
import { type ResolvedPlace, type Stretch, type Walk, walkPage } from "./page-window";
import { type ReadRow, readRow } from "./read-rows";
import { noSuchRow } from "./resolve-place";

/** A page through the indexes Prosody has itself; nothing beyond the page is folded in. */
export async function loadDirectPage(
  sql: Sql,
  criteria: TranscriptCriteria,
  signal: AbortSignal | null,
  known: KnownPlace | null = null,
): Promise<LoadedPage> {
  const scope = known?.scope ?? (await scopeOf(sql, criteria));
  const place = known?.place ?? (await resolve(sql, scope, criteria));
  signal?.throwIfAborted();
  const walk = await walkOf(sql, scope, criteria.peer, signal);
  const { rows, older, newer } = await walkPage(walk, place, criteria.limit);
  const gathered = { rows: new Map(rows.map((it) => [it.rowId, it])), cut: false };
  const ids = new Set(gathered.rows.keys());
  return { archive: scope.archive, ids, gathered, older, newer, partial: !criteria.offline };
}

function scopeOf(sql: Sql, criteria: TranscriptCriteria): Promise<OwnerScope> | OwnerScope {
  if (criteria.offline) return toScope(criteria, [], [OFFLINE_STORE]);
  return findDirectScope(sql, criteria);
}

type PlacedRow = ReadRow & Position;
type Ask = typeof rowsBeforeUnprojected;

/** Rows looked at in one go, and at most, where the layout cannot be asked for the other side. */
const CHUNK = 500;
const LOOK_AT = 5_000;

async function walkOf(
  sql: Sql,
  scope: OwnerScope,
  peer: string | null,
  signal: AbortSignal | null,
): Promise<Walk<PlacedRow>> {
  const hasColumn = (await layout()).with !== null;
  const rowScope = { ...scope, with: hasColumn ? peer : null };
  const asking =
    (ask: Ask) =>
    async (from: Position | null, limit: number, inclusive = false) => {
      signal?.throwIfAborted();
      const page = { from, inclusive, limit, maxValueBytes: LIST_VALUE_BYTES };
      const rows = await ask(sql, rowScope, page);
      const read = rows.map((row) => placed(readRow(row, scope.archive, undefined)));
      return { rows: read, lookedTo: null };
    };
  const [before, after] = [asking(rowsBeforeUnprojected), asking(rowsAfterUnprojected)];
  if (hasColumn || peer === null || scope.archive.isRoom) return { before, after };
  return { before: sifting(before, peer), after: sifting(after, peer) };
}

/** Reference layout: the other side is known only once the stanza is read. A rare one may be far away. */
function sifting(ask: Walk<PlacedRow>["before"], peer: string): Walk<PlacedRow>["before"] {
  return async (from, limit, inclusive) => {
    const found: PlacedRow[] = [];
    let lookedTo: Stretch<PlacedRow>["lookedTo"] = from;
    for (let seen = 0; seen < LOOK_AT && found.length < limit; seen += CHUNK) {
      const { rows } = await ask(lookedTo, CHUNK, seen === 0 && inclusive);
      found.push(...rows.filter((it) => it.story.peer === peer));
      if (rows.length < CHUNK) return { rows: found.slice(0, limit), lookedTo: null };
      lookedTo = rows.at(-1) ?? null;
    }
    return { rows: found.slice(0, limit), lookedTo };
  };
}

function placed(row: ReadRow): PlacedRow {
  return { ...row, rowId: row.story.rowId, stamp: row.story.stamp };
}

async function resolve(
  sql: Sql,
  { host, user, stores }: OwnerScope,
  { place, limit }: TranscriptCriteria,
): Promise<ResolvedPlace> {
  if (place.kind === "row") {
    const [row] = await fetchRows(sql, [place.rowId], 0);
    if (row?.host !== host || row.user !== user || !stores.includes(row.store)) throw noSuchRow();
    const position = { stamp: row.when, rowId: row.rowId };
    return { kind: "around", position, rowsBefore: Math.floor(limit / 2) };
  }
  if (place.kind === "date") {
    const stamp = await localMidnight(sql, place.date, place.zone);
    return { kind: "around", position: { stamp, rowId: -1 }, rowsBefore: 0 };
  }
  return place;
}
