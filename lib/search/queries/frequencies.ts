import "server-only";
import type { Sql } from "postgres";
import { databaseUrl } from "@/lib/db/pools";
import { everyProcess } from "@/lib/db/singleton";

/** How often each lexeme of the index is, from the statistics of PostgreSQL. */
export type Frequencies = {
  /** Share of rows (0 to 1); a lexeme that is not among the common ones is as rare as the rarest of them. */
  of(lexeme: string, prefix: boolean): number;
  /** Lines of the projection, about. */
  rows: number;
  /** Unix seconds at equal shares of the rows, first and last included; empty: not analysed yet. */
  times: number[];
};

const GOOD_FOR_MS = 60 * 60 * 1_000;
/** An index that was just built is analysed within a minute. */
const EMPTY_GOOD_FOR_MS = 20_000;

type Known = { frequencies: Frequencies; until: number };
const known = everyProcess("frequencies", () => new Map<string, Known>());

/** Read once an hour. Never fails a search: without statistics every word counts as rare. */
export async function frequencies(sql: Sql): Promise<Frequencies> {
  const url = databaseUrl();
  const before = known.get(url);
  if (before && before.until > Date.now()) return before.frequencies;
  const found = await read(sql);
  const lasts = found.times.length > 0 ? GOOD_FOR_MS : EMPTY_GOOD_FOR_MS;
  known.set(url, { frequencies: found, until: Date.now() + lasts });
  return found;
}

/** For tests and after a rebuild. */
export function forgetFrequencies(): void {
  known.clear();
}

async function read(sql: Sql): Promise<Frequencies> {
  const [row] = await sql<
    { words: string[] | null; shares: number[] | null; times: number[] | null; rows: number }[]
  >`
    select
      (select most_common_elems::text::text[] from pg_stats where schemaname = 'console'
        and tablename = 'message' and attname = 'tsv') as words,
      (select most_common_elem_freqs::float8[] from pg_stats where schemaname = 'console'
        and tablename = 'message' and attname = 'tsv') as shares,
      (select histogram_bounds::text::int[] from pg_stats where schemaname = 'console'
        and tablename = 'message' and attname = 'when') as times,
      (select greatest(reltuples, 0)::float8 from pg_class
        where oid = 'console.message'::regclass) as rows`;
  const share = new Map((row?.words ?? []).map((word, at) => [word, row?.shares?.[at] ?? 0]));
  // The array ends with the least and the greatest share, and that of nulls.
  const rarest = Math.min(...share.values(), 0.001);
  const of = (lexeme: string, prefix: boolean) =>
    prefix ? sumOfPrefix(share, lexeme, rarest) : (share.get(lexeme) ?? rarest);
  return { of, rows: row?.rows ?? 0, times: row?.times ?? [] };
}

function sumOfPrefix(share: Map<string, number>, prefix: string, rarest: number): number {
  let sum = rarest;
  for (const [word, it] of share) if (word.startsWith(prefix)) sum += it;
  return Math.min(1, sum);
}

/** Share of the rows of a range that are not older than `stamp`, above 0: from equal shares of rows by time. */
export async function shareSince(
  sql: Sql,
  { from, to }: { from: number | null; to: number | null },
  stamp: number,
): Promise<number> {
  const { times } = await frequencies(sql);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return 1;
  const end = to ?? Math.max(last, stamp);
  const all = shareBetween(times, from ?? first, end);
  return Math.min(1, Math.max(shareBetween(times, stamp, end), 1e-9) / Math.max(all, 1e-9));
}

/** Within one stretch the rows are taken as evenly spread. */
function shareBetween(times: number[], from: number, to: number): number {
  let sum = 0;
  for (let at = 1; at < times.length; at += 1) {
    const [begin, end] = [times[at - 1] ?? 0, times[at] ?? 0];
    const inside = Math.min(end, to) - Math.max(begin, from);
    if (inside > 0) sum += inside / Math.max(1, end - begin);
  }
  return sum / Math.max(1, times.length - 1);
}
