import type { Bloat, Health, IndexAdvice } from "@/lib/storage/database-views";
import type { NeededWork } from "@/lib/storage/queries/needed";
import type { Forecast } from "@/lib/storage/views";
import { type Check, found, type Said, storage } from "./check";

/** Room that autovacuum leaves is a fifth; more than half empty is something else. */
const BLOAT_SHARE = 0.5;
const WORTH_BYTES = 64 * 1024 * 1024;
/** PostgreSQL freezes by force from `freezeMax` on; well beyond it somebody keeps it from doing so. */
const AGE_FACTOR = 1.5;
const DANGEROUS_AGE = 1_000_000_000;
const SPENT_SHARE = 0.8;
const TWO_YEARS = 2 * 365 * 86_400;
const HOUR = 3_600;
const DAY = 86_400;
/** A volume that is full within a season wants to be planned for; within two weeks, to be acted on. */
const SOON_SECONDS = 90 * DAY;
const URGENT_SECONDS = 14 * DAY;
const LITTLE_BYTES = 1024 * 1024 * 1024;

export type TableFacts = {
  now: number;
  indexes: IndexAdvice[];
  work: NeededWork[];
  bloat: Bloat | null;
  headroom: Pick<Health, "sortIdHeadroom" | "whenHeadroom" | "transactionAge">;
  /** `oldestPrepared`: seconds; null: there is none. */
  server: { autovacuum: boolean; oldestPrepared: number | null };
  /** null: nobody but the database's own machine knows. */
  freeBytes: number | null;
  /** Of the disk; null: too young, or not counted. */
  forecast: Forecast | null;
};

const ofIndexes = (
  id: IndexCheck,
  fits: (it: IndexAdvice) => boolean,
  severity: "warning" | "notice",
) => ({
  id,
  look: ({ indexes }: TableFacts): Said => {
    const wrong = indexes.filter(fits);
    const names = wrong.map((it) => it.name);
    const bytes = wrong.reduce((sum, it) => sum + (it.bytes ?? 0) - (it.leanBytes ?? 0), 0);
    return wrong.length === 0
      ? "pass"
      : found<typeof id>(severity, { names, bytes }, storage("#index-advice"));
  },
});

type IndexCheck = "index-missing" | "index-unfinished" | "index-superfluous" | "index-swollen";

const isUnfinished = (it: IndexAdvice) => it.reason === "not-built" || it.reason === "leftover";

export const TABLE_CHECKS: Check<TableFacts>[] = [
  ofIndexes("index-missing", (it) => it.advice === "create", "warning"),
  ofIndexes("index-unfinished", isUnfinished, "warning"),
  ofIndexes("index-superfluous", (it) => it.advice === "drop" && !isUnfinished(it), "notice"),
  ofIndexes("index-swollen", (it) => it.reason === "swollen", "notice"),
  { id: "dead-rows", look: deadRows },
  { id: "statistics-old", look: oldStatistics },
  { id: "bloat", look: bloated },
  {
    id: "autovacuum-off",
    look: ({ server }) =>
      server.autovacuum
        ? "pass"
        : found<"autovacuum-off">(
            "error",
            {},
            {
              command: "alter system set autovacuum = on; select pg_reload_conf();",
            },
          ),
  },
  {
    id: "old-prepared",
    look: ({ server: { oldestPrepared } }) =>
      oldestPrepared === null || oldestPrepared < HOUR
        ? "pass"
        : found<"old-prepared">(
            "warning",
            { seconds: oldestPrepared },
            {
              command:
                "select gid, prepared, owner, database from pg_prepared_xacts order by prepared;",
            },
          ),
  },
  { id: "transaction-age", look: old },
  { id: "row-numbers", look: numbers },
  { id: "stamps-end", look: stamps },
  { id: "volume-low", look: room },
];

function deadRows({ work }: TableFacts): Said {
  const wanting = work.filter((it) => it.reason === "dead-rows");
  if (wanting.length === 0) return "pass";
  const names = wanting.map((it) => it.target);
  const rows = wanting.reduce((sum, it) => sum + (it.rows ?? 0), 0);
  return found<"dead-rows">("notice", { names, rows }, storage("#table-care"));
}

function oldStatistics({ work }: TableFacts): Said {
  const names = work.filter((it) => it.what === "analyze").map((it) => it.target);
  return names.length === 0
    ? "pass"
    : found<"statistics-old">("notice", { names }, storage("#table-care"));
}

function bloated({ bloat }: TableFacts): Said {
  if (!bloat) return "unknown";
  const { bytes, share } = bloat;
  if (share < BLOAT_SHARE || bytes < WORTH_BYTES) return "pass";
  const params = { bytes, percent: Math.round(share * 100) };
  return found<"bloat">("notice", params, storage("#whole-database"));
}

function old({ headroom: { transactionAge } }: TableFacts): Said {
  const { age, freezeMax } = transactionAge;
  if (age < freezeMax * AGE_FACTOR && age < DANGEROUS_AGE) return "pass";
  const severity = age >= DANGEROUS_AGE ? "error" : "warning";
  return found<"transaction-age">(severity, { age, max: freezeMax }, storage("#table-care"));
}

function numbers({ headroom: { sortIdHeadroom: it } }: TableFacts): Said {
  if (!it) return "no-matter";
  return it.used < it.max * SPENT_SHARE
    ? "pass"
    : found<"row-numbers">("error", { used: it.used, max: it.max }, storage("#whole-database"));
}

function stamps({ headroom: { whenHeadroom } }: TableFacts): Said {
  const { last, until } = whenHeadroom;
  if (until === null) return "no-matter";
  if (last === null || last < until - TWO_YEARS) return "pass";
  return found<"stamps-end">("error", { last, until }, storage("#whole-database"));
}

/** The size somebody set is a limit like the volume's end, only softer. */
function room({ freeBytes: free, forecast, now }: TableFacts): Said {
  const limited = forecast?.limit?.source === "setting";
  if (free === null && !limited) return "no-matter";
  const fullAt = forecast?.fullAt?.at ?? null;
  const left = fullAt === null ? Number.POSITIVE_INFINITY : fullAt - now;
  const little = free !== null && free < LITTLE_BYTES;
  if (!little && left > SOON_SECONDS) return "pass";
  const severity = little || (left <= URGENT_SECONDS && !limited) ? "error" : "warning";
  const params = { free, fullAt: left <= SOON_SECONDS ? fullAt : null, limited };
  return found<"volume-low">(severity, params, storage("?unit=disk"));
}
