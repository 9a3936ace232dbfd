import type { Sql } from "postgres";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { isMessageStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import type { MessageKind } from "@/lib/xmpp/kinds";

/** Name of a line → "rows bytes"; of days also quarter-hour → the same. */
export type RollupCounts = {
  days: Record<string, string>;
  quarters: Record<string, string>;
  kinds: Record<string, string>;
  months: Record<string, string>;
};

type Read = { row: ArchiveRow; facts: StanzaFacts | null };

/** In plain code, with the calendar of JavaScript. */
export function recountRollups(rows: Read[]): RollupCounts {
  const counts = { days: {}, quarters: {}, kinds: {}, months: {} };
  for (const { row, facts } of rows) {
    const { host, user, store, sizeBytes } = row;
    const stamp = new Date(row.when * 1_000).toISOString();
    const minutes = Math.floor(Number(stamp.slice(14, 16)) / 15) * 15;
    const day = stamp.slice(0, 10);
    const kind = isMessageStore(store) ? (facts?.kind ?? "other") : "counted";
    add(counts.days, `${host} ${store} ${day}`, sizeBytes);
    add(counts.quarters, `${host} ${store} ${stamp.slice(0, 13)}:${minutes}`, sizeBytes);
    add(counts.kinds, `${host} ${store} ${kind} ${day}`, sizeBytes);
    add(counts.months, `${user}@${host} ${store} ${stamp.slice(0, 7)}`, sizeBytes);
  }
  return counts;
}

function add(lines: Record<string, string>, name: string, size: number): void {
  const [rows = 0, bytes = 0] = (lines[name] ?? "").split(" ").map(Number);
  lines[name] = `${rows + 1} ${bytes + size}`;
}

type Line = { host: string; store: string; rows: number; bytes: number };
type DayLine = Line & { day: number; rowsUntil: number[]; bytesUntil: string[] };

/** The same out of the tables. */
export async function readRollups(
  sql: Sql,
  kindNames: readonly MessageKind[],
): Promise<RollupCounts> {
  const days = await sql<DayLine[]>`
    select h.host, r.store, r.day, r.rows::float8 as rows, r.bytes::float8 as bytes,
      r.rows_until as "rowsUntil", r.bytes_until as "bytesUntil"
    from console.rollup_day r join console.host h on h.id = r.host_id`;
  const kinds = await sql<(Line & { day: number; kind: number })[]>`
    select h.host, r.store, r.day, r.kind, r.rows::float8 as rows, r.bytes::float8 as bytes
    from console.rollup_kind r join console.host h on h.id = r.host_id`;
  const months = await sql<(Line & { owner: string; month: number })[]>`
    select o."user" || '@' || h.host || ' ' || o.store as owner, r.month, r.rows::float8 as rows,
      r.bytes::float8 as bytes
    from console.rollup_month r left join console.owner o on o.id = r.owner_id
      left join console.host h on h.id = o.host_id`;
  const named = <T extends { rows: number; bytes: number }>(
    lines: T[],
    nameOf: (line: T) => string,
  ) => Object.fromEntries(lines.map((it) => [nameOf(it), `${it.rows} ${it.bytes}`]));
  return {
    days: named(days, (it) => `${it.host} ${it.store} ${dayOf(it.day)}`),
    quarters: Object.fromEntries(days.flatMap(quartersOf)),
    kinds: named(
      kinds,
      (it) => `${it.host} ${it.store} ${kindNames[it.kind] ?? "counted"} ${dayOf(it.day)}`,
    ),
    months: named(months, (it) => {
      const [year, month] = [Math.floor(it.month / 12), (it.month % 12) + 1];
      return `${it.owner} ${year}-${String(month).padStart(2, "0")}`;
    }),
  };
}

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function quartersOf({ host, store, day, rowsUntil, bytesUntil }: DayLine): [string, string][] {
  if (rowsUntil.length !== 96 || bytesUntil.length !== 96) throw new Error("not 96 quarters");
  return rowsUntil.flatMap((until, k): [string, string][] => {
    const rows = until - (rowsUntil[k - 1] ?? 0);
    const bytes = Number(bytesUntil[k]) - Number(bytesUntil[k - 1] ?? 0);
    const stamp = new Date((day * 96 + k) * 900_000).toISOString();
    const quarter = `${stamp.slice(0, 13)}:${Number(stamp.slice(14, 16))}`;
    return rows === 0 && bytes === 0 ? [] : [[`${host} ${store} ${quarter}`, `${rows} ${bytes}`]];
  });
}
