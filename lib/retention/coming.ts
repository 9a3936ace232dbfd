import "server-only";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { expiryInForce } from "@/lib/expiry/in-force";
import type { Expiry } from "@/lib/expiry/views";
import { MESSAGE_STORES, OFFLINE_STORE } from "@/lib/prosody/stores";
import { findProblems, type OfflineRows, type RetentionFinding } from "./findings";
import { getSchedule } from "./schedule";
import type { ComingDay } from "./views";

const DAY = 86_400;
const DAYS_AHEAD = 30;

type Ends = { host: string; store: string; days: number; by: ComingDay["by"] };

/**
 * What disappears on each of the next thirty UTC days, host by host: by Prosody's own periods, and by our rules of
 * hosts where cleanups run by themselves. Of both the shorter period counts. Narrower rules and holds aside.
 */
export async function listComing(grant: Grant<"retention.read">): Promise<ComingDay[]> {
  if (!(await isProjected())) return [];
  const [expiry, ours] = await Promise.all([expiryInForce(grant), ourEnds(grant)]);
  const prosody = expiry.flatMap(({ host, store, expiresAfterSeconds: after }): Ends[] =>
    typeof after === "number" ? [{ host, store, days: after / DAY, by: "prosody" }] : [],
  );
  const ends = shortest([...prosody, ...ours]);
  const today = Math.floor(Date.now() / 1_000 / DAY);
  const sql = pools().interactive;
  const found = await Promise.all(
    ends.map(async ({ host, store, days, by }) => {
      // Rows of a day go when the whole day is older than the period.
      const shift = Math.ceil(days);
      const rows = await sql<Omit<ComingDay, "host" | "store" | "by">[]>`
        select (d.day + ${shift}::int) * ${DAY}::float8 as at, sum(d.rows)::float8 as rows, sum(d.bytes)::float8 as bytes
        from console.rollup_day d join console.host h on h.id = d.host_id
        where h.host = ${host} and d.store = ${store} and d.rows > 0
          and d.day > ${today - shift}::int and d.day <= ${today - shift + DAYS_AHEAD}::int
        group by d.day`;
      return rows.map((row) => ({ ...row, host, store, by }));
    }),
  );
  return found.flat().sort((a, b) => a.at - b.at || a.host.localeCompare(b.host));
}

async function ourEnds(grant: Grant<"retention.read">): Promise<Ends[]> {
  if (!(await getSchedule(grant))?.enabled) return [];
  const rules = await pools().interactive<{ host: string; days: number }[]>`
    select host, days from console.retention_rule
    where "user" is null and kind is null and days is not null`;
  return rules.flatMap(({ host, days }) =>
    MESSAGE_STORES.map((store) => ({ host, store, days, by: "muniment" as const })),
  );
}

function shortest(all: Ends[]): Ends[] {
  const best = new Map<string, Ends>();
  for (const it of all) {
    const key = `${it.host}/${it.store}`;
    const before = best.get(key);
    if (!before || it.days < before.days) best.set(key, it);
  }
  return [...best.values()];
}

/** What is wrong with how rows go by themselves. */
export async function listFindings(
  _grant: Grant<"retention.read">,
  expiry: readonly Expiry[],
): Promise<RetentionFinding[]> {
  const offline = (await isProjected())
    ? await pools().interactive<OfflineRows[]>`
        select h.host, sum(o.rows)::float8 as rows, min(o.first)::float8 as "oldestAt"
        from console.owner o join console.host h on h.id = o.host_id
        where o.store = ${OFFLINE_STORE} and o.rows > 0 and o.first is not null
        group by h.host order by h.host`
    : [];
  return findProblems(expiry, offline, Math.floor(Date.now() / 1_000));
}
