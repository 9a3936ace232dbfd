import "server-only";
import type { Sql } from "postgres";
import { estimateRows } from "@/lib/archive/projection/estimate-rows";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { listArrivals } from "@/lib/storage/queries/arrivals";
import { getForecast } from "@/lib/storage/queries/forecast";
import { getGrowth } from "@/lib/storage/queries/growth";
import type { Counted } from "@/lib/storage/views";
import { meanOf } from "../mean-of";
import type { ArchiveSize, Size } from "../views";

type Lens = { host: string | null; zone: string };

/** Long enough for four weekends to weigh as they do. */
const MEAN_DAYS = 28;

/** How big, and growing how fast: from the sums of the days. */
export async function getSize(grant: Grant<"storage.read">, lens: Lens): Promise<Size> {
  const { host, zone } = lens;
  const sql = pools().interactive;
  const layout = await archiveLayout();
  const [growth, bytes, rows, disk, arrivals, diskBytes, estimatedRows] = await Promise.all([
    getGrowth(grant, { split: "host", zone, from: null, to: null, step: null, host }),
    getForecast(grant, { unit: "bytes", host }),
    getForecast(grant, { unit: "rows", host }),
    host === null ? getForecast(grant, { unit: "disk", host }) : null,
    listArrivals(grant, { zone, days: MEAN_DAYS, host }),
    host === null ? readDiskBytes(sql, layout) : null,
    estimateRows(sql, layout),
  ]);
  const data = (found: typeof bytes) => (found.state === "ready" ? found.data : null);
  const counted: Counted<ArchiveSize> =
    growth.state !== "ready"
      ? growth
      : {
          state: "ready",
          data: {
            growth: growth.data,
            disk: disk && data(disk),
            forecasts: { bytes: data(bytes), rows: data(rows) },
            diskBytes,
            arrive:
              arrivals.state === "ready" ? meanOf(arrivals.data, growth.data.total.rows) : null,
          },
        };
  return { counted, estimatedRows };
}

/** With its partitions, which have their own sizes. */
async function readDiskBytes(sql: Sql, { table }: Layout): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    with recursive part as (
      select to_regclass(${table})::oid as id
      union all select inhrelid from part join pg_inherits on inhparent = id
    )
    select coalesce(sum(pg_total_relation_size(id)), 0)::float8 as bytes from part`;
  return row?.bytes ?? 0;
}
