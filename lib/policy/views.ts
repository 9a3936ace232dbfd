import type { Declared } from "@/lib/expiry/declared";
import type { LuaLiteral } from "@/lib/prosody/lua-config/value";
import type { PeriodWarning } from "@/lib/prosody/periods/read";
import type { ProsodyVersion } from "@/lib/prosody/version";
import type { PolicyChange } from "./change";
import type { DiffLine } from "./plan/line-diff";
import type { EnvChange, PlanProblem } from "./plan/plan";

/** A place where settings stand; "*": everywhere. */
export type PolicyScope = { host: string; kind: "everywhere" | "host" | "rooms" | "uploads" };

export type SettingView = {
  name: string;
  host: string;
  /** Where the value comes from. */
  origin: "here" | "inherited" | "default";
  /** The line in force; null for a default. `text`: as it is written there. */
  line: { file: string; line: number; text: string; ours: boolean } | null;
  /** undefined: an expression that only a running Prosody knows. */
  value: LuaLiteral | undefined;
  /** By an expression or a variable. */
  computed: boolean;
  variable: string | null;
  /** Of periods: what the value does; seconds, "never" or "off". null for everything else. */
  meaning: { does: number | "never" | "off"; warnings: PeriodWarning[] } | null;
  /** Prosody of this version reads it. */
  read: boolean;
};

export type DraftView = {
  version: number;
  changes: PolicyChange[];
  reason: string;
  savedBy: string | null;
  /** ISO 8601. */
  savedAt: string | null;
};

export type PlanView = {
  diff: DiffLine[];
  env: EnvChange[];
  problems: PlanProblem[];
  /** Of our file as it is now: applying names it. */
  fileHash: string | null;
};

export type PolicyView = {
  version: ProsodyVersion;
  versionCertain: boolean;
  sample: boolean;
  /** Names of files without their folders, which are nobody's business. */
  files: { config: string; managed: string | null; envFile: string | null };
  hasSocket: boolean;
  scopes: PolicyScope[];
  settings: SettingView[];
  problems: { code: string; file: string; line: number | null }[];
  draft: DraftView;
  plan: PlanView;
  /** What our file was when Muniment last wrote it, where it is another one now. */
  foreign: DiffLine[] | null;
};

/** What a change lets go of one store. */
export type BlastPart = {
  host: string;
  store: string;
  before: Declared["expiresAfterSeconds"];
  after: Declared["expiresAfterSeconds"];
  /** Rows younger than this stay, unix seconds; null: nothing goes. */
  cutoff: number | null;
  rows: number;
  bytes: number;
  /** All rows of the store. */
  of: number;
  /** People or rooms that lose something, of how many, and who lose everything. */
  owners: number;
  ownersOf: number;
  ownersWhole: number;
  /** The oldest row, unix seconds. */
  oldest: number | null;
};

export type Blast = {
  state: "ready" | "uncounted";
  parts: BlastPart[];
  rows: number;
  bytes: number;
  of: number;
  /** People and rooms over an item limit, and the rows that they lose at once. */
  overLimit: { owners: number; rows: number } | null;
  /** Over the threshold a second person has to say yes. */
  needsSecond: boolean;
  elapsedMs: number;
};

export type VersionView = {
  id: number;
  at: string;
  operator: string;
  draftedBy: string;
  /** Who said yes to a change that deletes much; null: none was needed, or a day took their place. */
  approvedBy: string | null;
  reason: string;
  changes: PolicyChange[];
  diff: DiffLine[];
  env: EnvChange[];
  hash: string | null;
  reload: "socket" | "by-hand" | "sample";
  rowsLost: number | null;
};

export type Effective = {
  state: "none" | "away" | "ready";
  version: ProsodyVersion | null;
  values: { host: string; name: string; value: LuaLiteral | null }[];
};

/** What people of a host have chosen for themselves (XEP-0441). */
export type PrefsOfHost = {
  host: string;
  /** With an archive; at most 20,000 of the whole server, the largest first. */
  people: number;
  /** By their own default; who never asked for history has none, and the host's policy counts. */
  always: number;
  roster: number;
  never: number;
  none: number;
  /** Who named somebody never to be archived, which Prosody forgets: mod_storage_sql drops `false` values. */
  neverSomebody: number;
};
