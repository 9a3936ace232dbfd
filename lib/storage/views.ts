/** What the storage page, its files and the command line get. Everything here is JSON; times are unix seconds. */

/**
 * Figures that come from the projection. `building`: it is being made, figures would be too small.
 * `absent`: the database has not agreed to be indexed (`muniment adopt`), or has no archive.
 */
export type Counted<T> =
  | { state: "ready"; data: T }
  | { state: "building"; builtRows: number; totalRows: number; secondsLeft: number | null }
  | { state: "absent" };

/** `bytes`: of stanzas. */
export type Unit = "rows" | "bytes";
/** `disk`: what the whole database takes. */
export const FORECAST_UNITS = ["rows", "bytes", "disk"] as const;
export type ForecastUnit = (typeof FORECAST_UNITS)[number];
export const SPLITS = ["host", "store", "kind"] as const;
export type SplitBy = (typeof SPLITS)[number];
export const STEPS = ["day", "week", "month"] as const;
export type Step = (typeof STEPS)[number];

/** One value a bucket. Of kinds: the name in MESSAGE_KINDS, or `counted` for stores that nobody reads. */
export type Series = {
  key: string;
  label: string;
  rows: number[];
  bytes: number[];
  /** What is left of everything before the first bucket: where a sum over time begins. */
  before: Totals;
};

/** What was archived in each bucket and is still there. */
export type Growth = {
  /** Of the day borders; always UTC when split by kind. */
  zone: string;
  step: Step;
  /** Beginning of each bucket; the last one may still be under way. */
  starts: number[];
  /** Where the last bucket ends (exclusive). */
  end: number;
  split: SplitBy;
  /** The largest first (in bytes). */
  series: Series[];
  /** Of everything there is, whatever the range. */
  total: Totals;
  asOf: number;
};

export type Totals = { rows: number; bytes: number };

/** What of the database is in a measured size; together they are all of it. */
export const DISK_PARTS = ["heap", "toast", "indexes", "prosody", "console", "other"] as const;
export type DiskPart = (typeof DISK_PARTS)[number];
/** Bytes. `heap`, `toast` and `indexes` of the archive, `prosody` the other table, `console` our schema. */
export type DiskPoint = { at: number } & Record<DiskPart, number>;

/** What the database takes on disk over time. */
export type DiskSizes = {
  zone: string;
  /**
   * Before the first sample, at the end of each bucket: what is left of the stanzas, at what a byte of them took
   * when measuring began. Empty: the range begins later.
   */
  estimated: { at: number; bytes: number }[];
  /** Daily samples in order of time; the last one is now where the range is not over. */
  measured: DiskPoint[];
  /** Of all samples, whatever the range; null: none yet. */
  first: number | null;
  last: number | null;
  from: number;
  end: number;
};

/** What an operator set; `bytes` null: the volume. Version 0: nobody ever set anything. */
export type StorageLimit = {
  bytes: number | null;
  version: number;
  changedAt: number | null;
  changedBy: string | null;
  databaseBytes: number;
  /** On the volume; null: not known here. */
  freeBytes: number | null;
};

/** How long rows of a store are kept, as far as the forecast knows. */
export type StoreLife = {
  host: string;
  store: string;
  expiresAfterSeconds: number | "never" | "off" | "unknown";
  /** Rows are there that should have gone days ago: nobody deletes them, so the forecast does not count on it. */
  overdue: boolean;
};

export type Forecast = {
  unit: ForecastUnit;
  perDay: number;
  points: { at: number; low: number; mid: number; high: number }[];
  /**
   * `bytes`: on disk, free on the volume or the size somebody set. `value`: the same in the unit; as rows or bytes
   * of stanzas at what they take on disk today.
   */
  limit: { bytes: number; value: number; source: "setting" | "volume" } | null;
  fullAt: { at: number; from: number | null; to: number | null } | null;
  basedOnDays: number;
  band: "past-errors" | "spread";
  /** Message stores and uploads, by host and store. */
  lives: StoreLife[];
};

export type HeatMap = {
  zone: string;
  /** Whole weeks the means are of: fewer than asked for when the archive is younger. */
  weeks: number;
  /** First and last day (inclusive) in that zone, YYYY-MM-DD. */
  from: string;
  to: string;
  /** [weekday, Monday = 0][hour 0–23] → mean rows in such an hour. */
  cells: number[][];
  busiest: { weekday: number; hour: number; rows: number } | null;
};

export type OwnersBySize = {
  owners: {
    host: string;
    user: string;
    room: boolean;
    /** A room's name; null: none, or a person. */
    name: string | null;
    rows: number;
    bytes: number;
    /** 0–1 of the rows that show text or a file. */
    textShare: number;
    last: number | null;
  }[];
  /** Everybody who is not in `owners`. */
  rest: {
    people: number;
    peopleRows: number;
    rooms: number;
    roomsRows: number;
    bytes: number;
  };
};

export type KindCosts = {
  /** Message stores only, the largest first; shares are 0–1 of their rows. */
  kinds: { kind: string; rows: number; bytes: number; share: number }[];
  /** Second copies of messages between two people of ours, ≈; `bytes` at a usual row. null: not counted yet. */
  copies: { rows: number; share: number; bytes: number; countedAt: number } | null;
  /** By UTC month: rows that carry words or a file, open or encrypted, and how many of them are encrypted. */
  encrypted: { starts: number[]; rows: number[]; encrypted: number[] };
};

/** One person or room: its stores, and what is left of each month (UTC). */
export type OwnerStorage = {
  host: string;
  user: string;
  total: Totals;
  stores: (Totals & { store: string; first: number | null; last: number | null })[];
  /** Without gaps up to the present month; empty: no row. `starts` in UTC. */
  months: { starts: number[]; rows: number[]; bytes: number[] };
};

/** Rows by day of arrival, as far as they are still there. */
export type Arrivals = { zone: string; starts: number[]; rows: number[]; bytes: number[] };

/** What the nightly check found; `params` fill in the words. */
export const STORAGE_FINDINGS = ["index-differs", "rollups-differ"] as const;
export type StorageFinding = {
  id: (typeof STORAGE_FINDINGS)[number];
  severity: "notice" | "warning" | "error";
  foundAt: number;
  params: { from: string; to: string } & Record<string, string | number>;
};
/** `checkedAt`: when a month was counted again last; null: never yet. */
export type CheckState = { checkedAt: number | null; findings: StorageFinding[] };
