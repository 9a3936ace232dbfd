import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { expiryInForce } from "@/lib/expiry/in-force";
import type { Expiry } from "@/lib/expiry/views";
import { whenCounted } from "@/lib/storage/queries/when-counted";
import { firstCut, NIGHTS, nextRun } from "../next-run";
import type { NightPlace, Nights, NightTarget } from "../views";

type Lens = { host: string | null; zone: string };

/** What will pass the age at which Prosody deletes, night by night; from the sums of the days, nothing is scanned. */
export async function listNights(grant: Grant<"retention.read">, lens: Lens): Promise<Nights> {
  const { host, zone } = lens;
  const expiry = (await expiryInForce(grant)).filter((it) => host === null || it.host === host);
  const now = Math.floor(Date.now() / 1_000);
  const ageing = expiry.flatMap((it) => targetOf(it, now, zone));
  const counted = await whenCounted(() => addNights(pools().interactive, ageing));
  const targets = counted.state === "ready" ? counted.data : ageing;
  return {
    state: counted.state,
    known: expiry.some((it) => it.expiresAfterSeconds !== "unknown"),
    targets: targets.toSorted((a, b) => sum(b.rows) - sum(a.rows)),
    ...placesOf(expiry),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, it) => total + it, 0);

function targetOf(it: Expiry, now: number, zone: string): NightTarget[] {
  const { host, store, expiresAfterSeconds, lastRunAt } = it;
  if (typeof expiresAfterSeconds !== "number") return [];
  const { at, known } = nextRun(lastRunAt, now, zone);
  const none = () => new Array<number>(NIGHTS).fill(0);
  return [
    {
      ...{ host, store, expiresAfterSeconds, nextRunAt: at, known },
      ...{ rows: none(), bytes: none(), overdue: { rows: 0, bytes: 0 } },
    },
  ];
}

function placesOf(expiry: readonly Expiry[]): Pick<Nights, "never" | "off" | "unknown"> {
  const of = (limit: Expiry["expiresAfterSeconds"]): NightPlace[] =>
    expiry
      .filter((it) => it.expiresAfterSeconds === limit && it.oldestAt !== null)
      .map(({ host, store, reason }) => ({ host, store, reason }));
  return { never: of("never"), off: of("off"), unknown: of("unknown") };
}

type Line = { target: number; night: number; rows: number; bytes: number };

/** Night 0 holds what should have gone before; it goes with the first. */
async function addNights(sql: Sql, targets: readonly NightTarget[]): Promise<NightTarget[]> {
  const cuts = targets.map((it) => firstCut(it.nextRunAt, it.expiresAfterSeconds));
  const until = (column: string) =>
    sql.unsafe(`coalesce(r.${column}[p.high], 0) - coalesce(r.${column}[p.low], 0)`);
  const lines = await sql<Line[]>`
    select (t.number - 1)::int as target, greatest(0, r.day - t.day + p.next)::int as night,
      sum(${until("rows_until")})::float8 as rows, sum(${until("bytes_until")})::float8 as bytes
    from unnest(${targets.map((it) => it.host)}::text[], ${targets.map((it) => it.store)}::text[],
        ${cuts.map((it) => it.day)}::int[], ${cuts.map((it) => it.part)}::int[])
      with ordinality t(host, store, day, part, number)
    join console.host h on h.host = t.host
    join console.rollup_day r on r.host_id = h.id and r.store = t.store and r.day <= t.day + ${NIGHTS}::int
    cross join lateral (values (0, t.part, 0), (t.part, 96, 1)) p(low, high, next)
    where r.day - t.day + p.next <= ${NIGHTS}::int
    group by 1, 2`;
  return targets.map((target, number) =>
    withLines(
      target,
      lines.filter((it) => it.target === number),
    ),
  );
}

function withLines(target: NightTarget, lines: readonly Line[]): NightTarget {
  const [rows, bytes] = [[...target.rows], [...target.bytes]];
  const overdue = { rows: 0, bytes: 0 };
  for (const line of lines) {
    const slot = Math.max(0, line.night - 1);
    rows[slot] = (rows[slot] ?? 0) + line.rows;
    bytes[slot] = (bytes[slot] ?? 0) + line.bytes;
    if (line.night > 0) continue;
    overdue.rows += line.rows;
    overdue.bytes += line.bytes;
  }
  return { ...target, rows, bytes, overdue };
}
