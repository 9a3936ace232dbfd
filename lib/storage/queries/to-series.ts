import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Growth, Series, SplitBy, Totals } from "../views";
import type { Amount, HostName } from "./amounts";

/** Series with a value for each of `buckets` buckets, those with most bytes first; and the sum of everything. */
export function toSeries(
  amounts: readonly Amount[],
  buckets: number,
  split: SplitBy,
  hosts: readonly HostName[],
): Pick<Growth, "series" | "total"> {
  const total: Totals = { rows: 0, bytes: 0 };
  const byKey = new Map<string | number, Series>();
  const sizes = new Map<Series, number>();
  for (const { key, bucket, rows, bytes } of amounts) {
    const series = byKey.get(key) ?? emptySeries(nameOf(key, split, hosts), buckets);
    byKey.set(key, series);
    sizes.set(series, (sizes.get(series) ?? 0) + bytes);
    total.rows += rows;
    total.bytes += bytes;
    if (bucket === 0) series.before = { rows, bytes };
    else if (bucket <= buckets) {
      series.rows[bucket - 1] = rows;
      series.bytes[bucket - 1] = bytes;
    }
  }
  const bySize = (a: Series, b: Series) =>
    (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a.key < b.key ? -1 : 1);
  return { series: [...byKey.values()].sort(bySize), total };
}

function emptySeries(key: string, buckets: number): Series {
  const zeros = () => new Array<number>(buckets).fill(0);
  return { key, label: key, rows: zeros(), bytes: zeros(), before: { rows: 0, bytes: 0 } };
}

function nameOf(key: string | number, split: SplitBy, hosts: readonly HostName[]): string {
  if (split === "host") return hosts.find((it) => it.id === key)?.host ?? String(key);
  if (split === "kind") return MESSAGE_KINDS[Number(key)] ?? "counted";
  return String(key);
}
