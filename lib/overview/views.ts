import type { FindingTexts } from "@/lib/i18n/en/findings";
import type { Counted, Forecast, Growth, Totals, Unit } from "@/lib/storage/views";

/** What the overview gets. Everything here is JSON; times are unix seconds. */

export type Severity = "notice" | "warning" | "error";

export type CheckId = keyof FindingTexts;
export type ParamsOf<K extends CheckId> = Parameters<FindingTexts[K]>[0];

/** The one thing that puts it right: a page, or what somebody has to run. null: this operator can do neither. */
export type Fix = { href: string } | { command: string } | null;

type Found<K extends CheckId> = { id: K; severity: Severity; params: ParamsOf<K>; fix: Fix };
/** One thing that is wrong, its evidence in `params`: words come from lib/i18n/en/findings.ts. */
export type Finding = { [K in CheckId]: Found<K> }[CheckId];

export type Outcome = "pass" | "fail" | "unknown";

export type Findings = {
  /** Every check that this operator may see and that means something here. */
  checks: { id: CheckId; outcome: Outcome }[];
  /** Some things are looked at for others only. */
  partial: boolean;
  /** The worst first. */
  findings: Finding[];
  at: number;
};

export type ArchiveSize = {
  growth: Growth;
  /** null: too young to say. */
  forecasts: Record<Unit, Forecast | null>;
  /** Of the whole database, which a limit is of; null also for one host. */
  disk: Forecast | null;
  /** Of the archive with its indexes; null for one host, which has no size of its own. */
  diskBytes: number | null;
  /** Mean of the last whole days, at most 28; null: there was none yet. */
  arrive: (Totals & { days: number }) | null;
};

/** The archive as it is on disk when nothing is counted. */
export type Size = { counted: Counted<ArchiveSize>; estimatedRows: number };

/** What goes in one night, on one host and store. */
export type NightTarget = {
  host: string;
  store: string;
  /** Rows are deleted from this age on. */
  expiresAfterSeconds: number;
  /** When it probably runs next; `known`: from when it ran last. */
  nextRunAt: number;
  known: boolean;
  /** One value a night. */
  rows: number[];
  bytes: number[];
  /** In the first night: what the last run should have taken. */
  overdue: Totals;
};

export type NightPlace = { host: string; store: string; reason: string | null };

export type Nights = {
  state: Counted<null>["state"];
  /** Of at least one host and store it is known whether its rows expire. */
  known: boolean;
  /** Those that delete by age, the largest first. */
  targets: NightTarget[];
  /** Stores with rows that keep everything, that are no longer archived to, and of which nobody knows. */
  never: NightPlace[];
  off: NightPlace[];
  unknown: NightPlace[];
};

export type TrailDay = {
  entries: number;
  /** Of the last 24 hours. */
  today: number;
  refused: number;
  /** The most frequent first; `last` in unix seconds. */
  actions: { action: string; entries: number; operators: string[]; last: number }[];
};
