import "server-only";
import { decodeCursor, encodeCursor, type Position } from "@/lib/archive/cursor";
import { projectionStatus } from "@/lib/archive/projection/status";
import { toReadingView } from "@/lib/archive/to-reading-view";
import { LIST_CHARACTERS, openVeil, SHUT, type Veil } from "@/lib/archive/veil";
import { keyedHash } from "@/lib/audit/keyed-hash";
import type { Grant } from "@/lib/auth/grant";
import { readWithin } from "@/lib/auth/read-within";
import { type Reading, scopeName } from "@/lib/auth/reading";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { requireNoWords, requireReadings } from "../access";
import type { SearchCriteria } from "../criteria";
import { toIndexState } from "../index-state";
import { withinLimits } from "../limiter";
import type { SearchPage } from "../views";
import { findMatches } from "./find";
import { loadHits } from "./hits";
import { resolveScope } from "./scope";

type Signal = AbortSignal | null;

/**
 * A page of hits with their words, of what the readings open. *Asked* is on the trail before the query,
 * *answered* before the return; the words themselves are there as a keyed hash.
 * @throws ConsoleError `no-reading`, `busy` when too many searches run.
 */
export async function searchMessages(
  grant: Grant<"search.text">,
  readings: Reading[],
  criteria: SearchCriteria,
  signal: Signal = null,
): Promise<SearchPage> {
  requireReadings(grant, readings);
  const about = { action: "search.text" as const, ...aboutSearch(readings, criteria) };
  const read = () => readPage(criteria, readings, openVeil(LIST_CHARACTERS), signal);
  return withinLimits(grant, questionOf(criteria, signal), () =>
    readWithin(grant, about, read, shownRows),
  );
}

/**
 * A page of hits without a word of them: who, when, what kind. Never by words.
 * @throws ConsoleError `forbidden` or `no-reading` when the query has words.
 */
export async function searchMetadata(
  grant: Grant<"search.metadata">,
  criteria: SearchCriteria,
  signal: Signal = null,
): Promise<SearchPage> {
  requireNoWords(grant, criteria);
  return withinLimits(grant, questionOf(criteria, signal), () =>
    readPage(criteria, null, SHUT, signal),
  );
}

const questionOf = ({ before }: SearchCriteria, signal: Signal) => ({
  signal,
  goesOn: before !== null,
});

/** What the trail says about a search: under which readings, where, and which words without saying them. */
export function aboutSearch(readings: Reading[], { query, order }: SearchCriteria) {
  const words = query.words && JSON.stringify([query.words, query.accents, query.substring]);
  return {
    subject: readings.map((it) => scopeName(it.scope)).join(" "),
    details: {
      readings: readings.map((it) => it.id),
      words: words && keyedHash("search", words),
      filters: query.filters,
      order,
    },
  };
}

async function readPage(
  criteria: SearchCriteria,
  readings: Reading[] | null,
  veil: Veil,
  signal: Signal,
): Promise<SearchPage> {
  const begin = performance.now();
  const sql = pools().search;
  const from = criteria.before === null ? null : readPlace(criteria.before, criteria.order);
  const { limit, order, query } = criteria;
  const [status, scope] = await Promise.all([
    projectionStatus(),
    resolveScope(sql, criteria, readings?.map((it) => it.scope) ?? null, signal),
  ]);
  requireIndex(status.state);
  const { rows, cut } = await findMatches(sql, scope, { order, from, limit: limit + 1, signal });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit || cut ? shown.at(-1) : undefined;
  const rowIds = shown.map((it) => it.rowId);
  return {
    hits: await loadHits(sql, rowIds, { query, veil, signal }),
    next: last ? encodeCursor(order, last.stamp, last.rowId) : null,
    searched: {
      readings: readings?.map((it) => ({ ...toReadingView(it), ...it.scope })) ?? null,
      ...toIndexState(status),
      cut,
      unknownNames: scope.unknownNames,
      unindexed: scope.unindexed,
    },
    elapsedMs: performance.now() - begin,
  };
}

export function requireIndex(state: "ready" | "building" | "absent"): void {
  if (state !== "absent") return;
  throw refusal("unavailable", "search-unindexed");
}

/** A place in another order means nothing here. */
function readPlace(cursor: string, order: string): Position {
  const [made, stamp, rowId] = decodeCursor(cursor, 3);
  if (made !== order || typeof stamp !== "number" || typeof rowId !== "number") {
    throw refusal("invalid", "place-unknown", { field: "before" });
  }
  return { stamp, rowId };
}

/** Every row whose words are in the answer, neighbours too. */
function shownRows({ hits }: SearchPage): number[] {
  const lines = hits.flatMap((it) => [it.line, it.before, it.after]);
  return [...new Set(lines.flatMap((it) => (it ? it.message.rowIds : [])))].sort((a, b) => a - b);
}
