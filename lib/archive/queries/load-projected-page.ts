import "server-only";
import type { Sql } from "postgres";
import { cancellable } from "@/lib/db/cancel";
import { layout } from "@/lib/prosody/layouts/detect";
import { LIST_VALUE_BYTES, type TranscriptCriteria } from "../criteria";
import type { Position } from "../cursor";
import { gather } from "./gather";
import type { LoadedPage } from "./load-page";
import { findOwnerScope, type OwnerScope, ownerIds } from "./owner-scope";
import { type ResolvedPlace, type Walk, walkPage } from "./page-window";
import { projectedReach } from "./projected-reach";
import { linesAfter, linesBefore, type RowSource, type StoredLine } from "./projected-rows";
import { readLine } from "./read-rows";
import { resolvePlace } from "./resolve-place";

/** What a caller has looked up already. */
export type KnownPlace = { scope: OwnerScope; place: ResolvedPlace };

/**
 * A page by keyset over console.message, with everything that folds into it from anywhere. A row that is
 * deleted meanwhile is simply not there any more.
 */
export async function loadProjectedPage(
  sql: Sql,
  criteria: TranscriptCriteria,
  signal: AbortSignal | null,
  known: KnownPlace | null = null,
): Promise<LoadedPage> {
  const source = { layout: await layout(), maxValueBytes: LIST_VALUE_BYTES };
  const walk = walkOf(sql, source, criteria, signal);
  // Side by side: the rows find their owner by name.
  const [scope, { rows, older, newer }] = await Promise.all([
    known?.scope ?? findOwnerScope(sql, criteria),
    walkFrom(known?.place ?? resolvePlace(sql, criteria), walk, criteria.limit),
  ]);
  const page = rows.map((it) => readLine(it, scope.archive, source.layout));
  const gathered = await gather(page, projectedReach(sql, scope, signal));
  const ids = new Set(page.map((it) => it.story.rowId));
  return { archive: scope.archive, ids, gathered, older, newer, partial: false };
}

async function walkFrom(
  place: ResolvedPlace | Promise<ResolvedPlace>,
  walk: Walk<StoredLine>,
  limit: number,
) {
  return walkPage(walk, await place, limit);
}

function walkOf(
  sql: Sql,
  source: RowSource,
  { peer, ...owner }: TranscriptCriteria,
  signal: AbortSignal | null,
): Walk<StoredLine> {
  const window = (from: Position | null, limit: number, inclusive = false) => ({
    owners: ownerIds(sql, owner),
    peer,
    from,
    inclusive,
    limit,
  });
  const asking =
    (ask: typeof linesBefore) =>
    async (...where: Parameters<typeof window>) => {
      const lines = await cancellable(ask(sql, source, window(...where)), signal);
      return { rows: [...lines], lookedTo: null };
    };
  return { before: asking(linesBefore), after: asking(linesAfter) };
}
