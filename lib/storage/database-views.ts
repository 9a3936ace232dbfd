import type { IndexReason, IndexUse } from "./advice/words";

/** Whose a table is: Prosody's archive, Prosody's other data, or ours. */
export type RelationOf = "archive" | "data" | "console";

export type Relation = {
  /** Schema-qualified; of an index and of TOAST its own name. */
  name: string;
  kind: "table" | "toast" | "index";
  of: RelationOf;
  /** Schema-qualified name of the table it belongs to. */
  table: string;
  bytes: number;
  /** PostgreSQL's estimate; null where it never looked, and for TOAST. */
  rows: number | null;
};

/** Unix seconds; rows changed since the last ANALYZE. */
export type TableCare = {
  table: string;
  of: RelationOf;
  /** Who may maintain it, and whether our maintenance may. */
  owner: string;
  mine: boolean;
  liveRows: number;
  deadRows: number;
  changedRows: number;
  lastVacuum: number | null;
  lastAnalyze: number | null;
};

export type Bloat = { bytes: number; share: number; estimated: true };

export type Health = {
  relations: Relation[];
  tables: TableCare[];
  /** Of `prosodyarchive`. */
  heapBytes: number;
  toastBytes: number;
  indexBytes: number;
  /** Of the table `prosody`, and of our schema, indexes included. */
  prosodyBytes: number;
  consoleBytes: number;
  databaseBytes: number;
  deadRows: number;
  lastVacuum: number | null;
  lastAnalyze: number | null;
  bloat: Bloat | null;
  /** Blocks of the archive found in shared memory; null before anything was read. Since `statsSince`. */
  cacheHitShare: number | null;
  statsSince: number | null;
  /** Highest number given, and the highest there is; null in the reference layout, which has none. */
  sortIdHeadroom: { used: number; max: number } | null;
  /** int4 seconds end in January 2038. `last`: null for an empty archive. */
  whenHeadroom: { last: number | null; until: number | null };
  /** In transactions; from `freezeMax` on PostgreSQL vacuums by itself, at two thousand million it stops. */
  transactionAge: { age: number; freezeMax: number };
  compression: Compression | null;
};

/** What PostgreSQL really stores of `value`, measured on a sample of blocks. */
export type Compression = {
  /** Rows looked at, and how many of them are stored compressed. */
  sampled: number;
  compressed: number;
  /** Sum of the sampled values as text, and as they are stored. */
  plainBytes: number;
  storedBytes: number;
  /** `pglz`, `lz4` or `pglz, lz4`: what was found; else what would be used. */
  method: string;
  /** Values longer than this are compressed and moved out of line. */
  thresholdBytes: number;
};

export type IndexOwner = "prosody" | "muniment" | "guide" | "other";
export type IndexState = "present" | "missing" | "invalid" | "duplicate" | "unused";
export type IndexVerdict = "keep" | "create" | "drop" | "not-needed" | "rebuild";

export type IndexAdvice = {
  name: string;
  /** Schema-qualified: what a maintenance job names. */
  target: string;
  columns: string[];
  /** Schema-qualified. */
  table: string;
  of: RelationOf;
  owner: IndexOwner;
  state: IndexState;
  unique: boolean;
  /** null: not there. */
  bytes: number | null;
  scans: number | null;
  /** Bytes it would probably have if it were built anew; null: not estimated. */
  leanBytes: number | null;
  advice: IndexVerdict;
  /** Key of texts.database.indexReasons. */
  reason: IndexReason;
  /** Key of texts.database.indexUses: which page or query gets what from it; null for strangers. */
  use: IndexUse | null;
  /** The index that does its work, where there is one. */
  coveredBy: string | null;
  /** As it stands, or as it would be created. */
  definition: string | null;
  /** What a job would run, and what somebody can run who owns the table; null with nothing to do. */
  statement: string | null;
};

export type IndexReport = {
  layout: "prosody" | "reference";
  /** Scans are counted since then; null: since the server was made. Unix seconds. */
  statsSince: number | null;
  indexes: IndexAdvice[];
};

export type SlowQuery = {
  id: string;
  /** Parameters are $n; what still stands in quotes is replaced by `'…'`. */
  text: string;
  login: string | null;
  /** Whose it is, as far as its text tells. */
  from: "prosody" | "muniment" | "other";
  calls: number;
  totalMs: number;
  meanMs: number;
  maxMs: number;
  rows: number;
  /** Blocks found in shared memory, of all that were read. */
  hitShare: number | null;
};

export type SlowQueries =
  /** `statement`: what shows those of other logins, where they are hidden from us; null: nothing is. */
  | { state: "ready"; since: number | null; queries: SlowQuery[]; statement: string | null }
  /** Not installed, not loaded at the server's start, or not for our login. */
  | { state: "missing" | "not-loaded" | "hidden"; statement: string };

export type PlanNode = {
  /** `Index Scan`, `Sort`, … */
  type: string;
  relation: string | null;
  index: string | null;
  /** Conditions and order, as PostgreSQL words them. */
  facts: { name: string; value: string }[];
  estimatedRows: number;
  cost: number;
  /** With ANALYZE: rows of all rounds, rounds, milliseconds of its own (without what is below it), blocks. */
  actual: {
    rows: number;
    loops: number;
    ownMs: number;
    hitBlocks: number;
    readBlocks: number;
  } | null;
  /** Of the whole plan's time, or cost where it was not run: 0 to 1. */
  share: number;
  /** Reads a growing table from end to end. */
  scansAll: boolean;
  children: PlanNode[];
};

export type PlannedStatement = {
  text: string;
  root: PlanNode;
  cost: number;
  planningMs: number | null;
  executionMs: number | null;
};

export type PagePlan = {
  page: string;
  /** Whose archive was asked for. */
  owner: { host: string; user: string };
  analyzed: boolean;
  /** In the order in which the page sends them. */
  statements: PlannedStatement[];
};
