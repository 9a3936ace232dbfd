import "server-only";
import type { Sql } from "postgres";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { Stock } from "../outlook";
import type { StoreLife, Totals } from "../views";
import { hostNames, ofHost } from "./amounts";

/** Stores that Prosody cleans up, if it is told to; nothing of the others ever expires. */
const CLEANED = [...MESSAGE_STORES, "uploads"];

/**
 * What is left of each UTC day of a store, without gaps from the first with a row of any to today (included). Stores
 * that nobody cleans up are one, with the empty name.
 */
export type StoreDays = { host: string; store: string; days: Totals[] };

export async function listStoreDays(
  sql: Sql,
  host: string | null,
  today: number,
): Promise<StoreDays[]> {
  const names = await hostNames(sql);
  const hostId = host === null ? null : (names.find((it) => it.host === host)?.id ?? -1);
  const lines = await sql<(Totals & { hostId: number; store: string; day: number })[]>`
    select r.host_id::int as "hostId", case when r.store = any(${CLEANED}::text[]) then r.store else '' end as store,
      r.day, sum(r.rows)::float8 as rows, sum(r.bytes)::float8 as bytes
    from console.rollup_day r where r.rows > 0 and r.day <= ${today}::int ${ofHost(sql, hostId)}
    group by 1, 2, 3`;
  const first = lines.reduce((least, it) => Math.min(least, it.day), today);
  const stores = new Map<string, StoreDays>();
  for (const { hostId: id, store, day, rows, bytes } of lines) {
    const key = `${id} ${store}`;
    const found = stores.get(key) ?? {
      host: names.find((it) => it.id === id)?.host ?? String(id),
      store,
      days: Array.from({ length: today - first + 1 }, () => ({ rows: 0, bytes: 0 })),
    };
    stores.set(key, found);
    found.days[day - first] = { rows, bytes };
  }
  return [...stores.values()];
}

/** By whole days: today is not over. `scale`: what one of the unit counts for. */
export function stocksOf(
  stores: readonly StoreDays[],
  lives: readonly StoreLife[],
  unit: keyof Totals,
  scale: number,
): Stock[] {
  return stores.map(({ host, store, days }) => {
    const life = lives.find((it) => it.host === host && it.store === store);
    const rule = life && !life.overdue ? life.expiresAfterSeconds : null;
    return {
      days: days.slice(0, -1).map((it) => it[unit] * scale),
      expiresAfterSeconds: typeof rule === "number" ? rule : null,
    };
  });
}
