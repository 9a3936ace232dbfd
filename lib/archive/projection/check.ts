import "server-only";
import type { IndexerContext } from "./index-range";
import { setProblem } from "./state";

const DAY_SECONDS = 86_400;
const MONTH_SECONDS = 30 * DAY_SECONDS;

/** Inclusive start, exclusive end, unix seconds. */
export type Period = { start: number; end: number };

export type CheckResult = Period & {
  /** Rows of the archive without a line, and lines without a row. */
  missing: number;
  surplus: number;
};

/**
 * Once a day, by whichever worker comes first: counts a random month again against Prosody's own table.
 * Returns a sentence when the projection was wrong, else null.
 */
export async function checkNow(context: IndexerContext): Promise<string | null> {
  const { sql } = context;
  const claimed = await sql`
    update console.indexer_state set checked_at = now()
    where one and built_at < now() - interval '1 hour'
      and coalesce(checked_at, 'epoch') < now() - interval '1 day' returning 1`;
  if (claimed.length === 0) return null;
  const period = await randomMonth(context);
  if (!period) return null;
  const result = await checkProjection(context, period);
  return tell(context, result);
}

/**
 * Compares row by row, within one snapshot, what the archive has in a period with what the projection
 * has of it. What differs is marked, so that the indexer puts it right. Cost grows with the rows of the
 * period; without the time index it is a scan.
 */
export async function checkProjection(
  { sql, layout }: IndexerContext,
  { start, end }: Period,
): Promise<CheckResult> {
  const rowId = sql.unsafe(layout.rowId);
  const when = sql.unsafe(layout.when);
  const passed = layout.name === "prosody" ? sql`and a.sort_id <= s.watermark` : sql``;
  const [row] = await sql<{ missing: number; surplus: number }[]>`
    with lines as (
      select sort_id from console.message where "when" >= ${start} and "when" < ${end}
      union all select sort_id from console.counted where "when" >= ${start} and "when" < ${end}
    ), raw as (
      select ${rowId} as sort_id from ${sql.unsafe(layout.table)} a
        cross join (select watermark from console.indexer_state where one) s
      where ${when} >= ${start} and ${when} < ${end} ${passed}
    ), wrong as (
      select r.sort_id as missing, l.sort_id as surplus
      from (select distinct sort_id from raw) r full join lines l on l.sort_id = r.sort_id
      where (r.sort_id is null or l.sort_id is null)
        and not exists (select from console.dirty d where d.sort_id = coalesce(r.sort_id, l.sort_id))
    ), marked as (
      insert into console.dirty (sort_id) select coalesce(missing, surplus) from wrong
    )
    select count(missing)::int as missing, count(surplus)::int as surplus from wrong`;
  return { start, end, missing: row?.missing ?? 0, surplus: row?.surplus ?? 0 };
}

async function randomMonth({ sql }: IndexerContext): Promise<Period | null> {
  const [span] = await sql<{ first: number | null; last: number | null }[]>`
    select min("when") as first, max("when") as last from console.message`;
  if (span?.first == null || span.last === null) return null;
  const months = Math.floor((span.last - span.first) / MONTH_SECONDS) + 1;
  const start = span.first + Math.floor(Math.random() * months) * MONTH_SECONDS;
  return { start, end: start + MONTH_SECONDS };
}

async function tell({ sql }: IndexerContext, result: CheckResult): Promise<string | null> {
  if (result.missing + result.surplus === 0) {
    await setProblem(sql, null);
    return null;
  }
  const day = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);
  const sentence =
    `From ${day(result.start)} to ${day(result.end)} the index lacked ${result.missing} rows and had ` +
    `${result.surplus} too many; they are indexed again.`;
  await setProblem(sql, sentence);
  return sentence;
}
