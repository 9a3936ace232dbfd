import "server-only";
import type { Sql } from "postgres";
import { cancellable } from "@/lib/db/cancel";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { LIST_VALUE_BYTES, type TranscriptCriteria } from "../criteria";
import type { Position } from "../cursor";
import { gather } from "./gather";
import type { LoadedPage } from "./load-page";
import { findOwnerScope, type OwnerScope } from "./owner-scope";
import { walkPage } from "./page-window";
import { projectedReach } from "./projected-reach";
import { type ProjectedRow, rowsAfter, rowsBefore } from "./projected-rows";
import { type ReadRow, readRow } from "./read-rows";
import { resolvePlace } from "./resolve-place";

/** A page by keyset over console.message, with everything that folds into it from anywhere. */
export async function loadProjectedPage(
  sql: Sql,
  criteria: TranscriptCriteria,
  signal: AbortSignal | null,
): Promise<LoadedPage> {
  const scope = await findOwnerScope(sql, criteria);
  const place = await resolvePlace(sql, scope, criteria);
  const window = await walkPage(walkOf(sql, scope, criteria.peer, signal), place, criteria.limit);
  const page = await readLines(sql, scope, window.rows, signal);
  const gathered = await gather(page, projectedReach(sql, scope, signal));
  const ids = new Set(page.map((it) => it.story.rowId));
  const { older, newer } = window;
  return { archive: scope.archive, ids, gathered, older, newer, partial: false };
}

function walkOf(sql: Sql, { ids }: OwnerScope, peer: string | null, signal: AbortSignal | null) {
  const window = (from: Position | null, limit: number, inclusive = false) => ({
    ids,
    peer,
    from,
    inclusive,
    limit,
  });
  return {
    before: (...where: Parameters<typeof window>) =>
      cancellable(rowsBefore(sql, window(...where)), signal),
    after: (...where: Parameters<typeof window>) =>
      cancellable(rowsAfter(sql, window(...where)), signal),
  };
}

/** A row deleted between the two queries is simply not there any more. */
async function readLines(
  sql: Sql,
  scope: OwnerScope,
  lines: ProjectedRow[],
  signal: AbortSignal | null,
): Promise<ReadRow[]> {
  signal?.throwIfAborted();
  const known = new Map(lines.map((it) => [it.rowId, it]));
  const rows = await fetchRows(sql, [...known.keys()], LIST_VALUE_BYTES);
  return rows.map((row) => readRow(row, scope.archive, known.get(row.rowId)));
}
