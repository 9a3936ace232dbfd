import "server-only";
import type { PendingQuery, Row } from "postgres";
import { keepFinding } from "./findings";
import type { IndexerContext } from "./index-range";
import { doubtAllParties } from "./parties";
import { monthNumber, type Period, periodOfMonth, spanOf } from "./period";
import { checkRollups } from "./rollups/check";
import { setProblem } from "./state";

export type CheckResult = Period & {
  /** Rows of the archive without a line, lines without a row, lines that say something else than their row. */
  missing: number;
  surplus: number;
  changed: number;
  /** Lines of rollups that were not the sum of their lines. */
  rollups: number;
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
  await doubtAllParties(sql);
  const period = await randomMonth(context);
  if (!period) return null;
  const result = await checkProjection(context, period);
  return tell(context, result);
}

/**
 * Compares what the archive has in a period with what the projection has of it, row by row and within one
 * snapshot; then the rollups with their lines. What differs is marked, so that the indexer puts it right, or put
 * right at once. Cost grows with the rows of the period; without the time index it is a scan.
 */
export async function checkProjection(
  context: IndexerContext,
  period: Period,
): Promise<CheckResult> {
  const rows = await checkRows(context, period);
  return { ...period, ...rows, rollups: await checkRollups(context, spanOf(period)) };
}

type Rows = Pick<CheckResult, "missing" | "surplus" | "changed">;

async function checkRows({ sql, layout }: IndexerContext, { start, end }: Period): Promise<Rows> {
  const rowId = sql.unsafe(layout.rowId);
  const when = sql.unsafe(layout.when);
  const passed = layout.name === "prosody" ? sql`and a.sort_id <= s.watermark` : sql``;
  const inside = (column: PendingQuery<(Row & Iterable<Row>)[]>) =>
    sql`${column} >= ${start}::bigint and ${column} < ${end}::bigint`;
  const line = sql`"when", size_bytes`;
  // Keys are not unique in the other layout: of twins, one has the line.
  const differs =
    layout.name === "prosody"
      ? sql`(r."when", r.size_bytes) is distinct from (l."when", l.size_bytes)`
      : sql`(r.sort_id is null or l.sort_id is null)`;
  const [row] = await sql<Rows[]>`
    with lines as (
      select sort_id, ${line} from console.message where ${inside(sql`"when"`)}
      union all select sort_id, ${line} from console.counted where ${inside(sql`"when"`)}
    ), raw as (
      select distinct on (1) ${rowId} as sort_id, ${when} as "when",
        coalesce(octet_length(a.value), 0) as size_bytes
      from ${sql.unsafe(layout.table)} a
        cross join (select watermark from console.indexer_state where one) s
      where ${inside(when)} ${passed}
    ), wrong as (
      select r.sort_id as raw, l.sort_id as line
      from raw r full join lines l on l.sort_id = r.sort_id
      where ${differs}
        and not exists (select from console.dirty d where d.sort_id = coalesce(r.sort_id, l.sort_id))
    ), marked as (
      insert into console.dirty (sort_id) select coalesce(raw, line) from wrong
    )
    select count(*) filter (where line is null)::int as missing,
      count(*) filter (where raw is null)::int as surplus,
      count(*) filter (where raw = line)::int as changed
    from wrong`;
  return row ?? { missing: 0, surplus: 0, changed: 0 };
}

async function randomMonth({ sql }: IndexerContext): Promise<Period | null> {
  const [span] = await sql<{ first: number | null; last: number | null }[]>`
    select min("when") as first, max("when") as last from console.message`;
  if (span?.first == null || span.last === null) return null;
  const first = monthNumber(span.first);
  const months = monthNumber(span.last) - first + 1;
  return periodOfMonth(first + Math.floor(Math.random() * months));
}

async function tell({ sql }: IndexerContext, result: CheckResult): Promise<string | null> {
  const { start, end, missing, surplus, changed, rollups } = result;
  const wrong = missing + surplus + changed;
  const [from, to] = [dayOf(start), dayOf(end - 1)];
  const found = (params: Record<string, number>) =>
    ({ severity: "warning", params: { from, to, ...params } }) as const;
  await keepFinding(sql, "index-differs", wrong > 0 ? found({ missing, surplus, changed }) : null);
  await keepFinding(sql, "rollups-differ", rollups > 0 ? found({ lines: rollups }) : null);
  const sentences = [
    ...(wrong > 0
      ? [
          `the index lacked ${missing} rows, had ${surplus} too many and ${changed} as they no longer are; they are indexed again.`,
        ]
      : []),
    ...(rollups > 0
      ? [`${rollups} sums of the storage page were not what they add up; they were put right.`]
      : []),
  ];
  const sentence =
    sentences.length > 0 ? `From ${from} to ${to}: ${sentences.join(" Also: ")}` : null;
  await setProblem(sql, sentence);
  return sentence;
}

const dayOf = (at: number) => new Date(at * 1_000).toISOString().slice(0, 10);
