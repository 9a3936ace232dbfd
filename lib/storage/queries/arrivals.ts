import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { Arrivals, Counted } from "../views";
import { dayStart, localDay } from "../zone-days";
import { hostIdOf } from "./amounts";
import { offsetsOf } from "./offsets";
import { addDays } from "./rollup-days";
import { whenCounted } from "./when-counted";

/** Rows and bytes of the last `days` whole local days and of today so far, the oldest first; all stores. `host`: null: every one. */
export function listArrivals(
  _grant: Grant<"storage.read">,
  { zone, days, host = null }: { zone: string; days: number; host?: string | null },
  signal: AbortSignal | null = null,
): Promise<Counted<Arrivals>> {
  return whenCounted(async () => {
    const sql = pools().interactive;
    const offsets = await offsetsOf(sql, zone);
    const today = localDay(offsets, Math.floor(Date.now() / 1_000));
    const borders = Array.from({ length: days + 2 }, (_, n) => dayStart(offsets, today - days + n));
    const starts = borders.slice(0, -1);
    const arrivals: Arrivals = {
      zone,
      starts,
      rows: starts.map(() => 0),
      bytes: starts.map(() => 0),
    };
    const hostId = await hostIdOf(sql, host);
    for (const it of await addDays(sql, { split: "host", borders, hostId }, signal)) {
      const slot = it.bucket - 1;
      if (slot < 0 || slot >= starts.length) continue;
      arrivals.rows[slot] = (arrivals.rows[slot] ?? 0) + it.rows;
      arrivals.bytes[slot] = (arrivals.bytes[slot] ?? 0) + it.bytes;
    }
    return arrivals;
  });
}
