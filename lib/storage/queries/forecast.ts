import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import { forecast } from "../forecast";
import type { Counted, Forecast, ForecastUnit, StorageLimit, Unit } from "../views";
import { readLimit, wholeLimit } from "./limit";
import { listStoreLives } from "./lives";
import { listStoreDays, type StoreDays, stocksOf } from "./stocks";
import { whenCounted } from "./when-counted";

const DAY = 86_400;
/** As far ahead as there is past, within these. */
const LEAST_DAYS = 60;
const MOST_DAYS = 730;

/**
 * Where rows or bytes are going, by UTC days; null: too young to say. A host alone has no limit, and nothing on
 * disk: the volume is everybody's.
 */
export function getForecast(
  grant: Grant<"storage.read">,
  { unit, host }: { unit: ForecastUnit; host: string | null },
): Promise<Counted<Forecast | null>> {
  return whenCounted(async () => {
    const sql = pools().interactive;
    const now = Math.floor(Date.now() / 1_000);
    const [stores, lives, whole, taken] = await Promise.all([
      listStoreDays(sql, host, Math.floor(now / DAY)),
      listStoreLives(grant, host, now),
      readLimit(sql),
      takenOnDisk(sql),
    ]);
    const scale = scaleOf(host === null ? unit : unitOfHost(unit), stores, whole, taken);
    const limit = host === null ? scale.limit : null;
    const days = Math.max(0, ...stores.map((it) => it.days.length - 1));
    const found = forecast({
      stocks: stocksOf(stores, lives, scale.counted, scale.times),
      current: scale.current,
      limit: limit?.value ?? null,
      now,
      horizonDays: Math.min(MOST_DAYS, Math.max(LEAST_DAYS, days)),
      neverShrinks: unit === "disk",
    });
    return found && { unit, limit, lives, ...found };
  });
}

const unitOfHost = (unit: ForecastUnit): ForecastUnit => (unit === "disk" ? "bytes" : unit);

type Scale = {
  counted: Unit;
  /** What one of them counts for. */
  times: number;
  current: number;
  limit: Forecast["limit"];
};

/** Rows and stanzas are set against the room there is by what they take on disk today, with their indexes and ours. */
function scaleOf(
  unit: ForecastUnit,
  stores: readonly StoreDays[],
  limit: StorageLimit,
  taken: number,
): Scale {
  const counted = unit === "rows" ? "rows" : "bytes";
  const total = stores.flatMap((it) => it.days).reduce((sum, it) => sum + it[counted], 0);
  const { databaseBytes } = limit;
  const each = total === 0 ? 0 : taken / total;
  const whole = each === 0 ? null : wholeLimit(limit);
  const found = (value: number) =>
    whole && { bytes: whole.bytes, source: whole.source, value: Math.max(0, value) };
  if (unit === "disk") {
    return { counted, times: each, current: databaseBytes, limit: found(whole?.whole ?? 0) };
  }
  const room = whole ? (whole.whole - databaseBytes) / each : 0;
  return { counted, times: 1, current: total, limit: found(total + room) };
}

/** Bytes of the archive and of our schema: what grows with every row. */
async function takenOnDisk(sql: Sql): Promise<number> {
  const layout = await findLayout();
  if (!layout) return 0;
  const [size] = await sql<{ bytes: number }[]>`
    select (pg_total_relation_size(${layout.table}::regclass) + (
      select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
      where c.relnamespace = 'console'::regnamespace and c.relkind in ('r', 'm')))::float8 as bytes`;
  return size?.bytes ?? 0;
}
