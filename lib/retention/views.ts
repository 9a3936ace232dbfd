import type { MessageKind } from "@/lib/xmpp/kinds";

/** How long rows are kept here. `user` null: everybody of the host; `kind` null: every kind. */
export type RetentionRule = {
  id: number;
  host: string;
  /** A single person or room. */
  user: string | null;
  kind: MessageKind | null;
  /** null: never deleted by us. */
  days: number | null;
  operator: string;
  /** Unix seconds. */
  changedAt: number;
};

export type RuleView = RetentionRule & {
  /** Rows older than that now, more specific rules aside; null: not counted, or nothing goes. */
  due: { rows: number; bytes: number } | null;
};

/**
 * One walk through rows of one host and one store: what is older than `days`, for everybody but `exceptUsers`
 * and every kind but `exceptKinds`, or for one person or room, or for one kind. There is no pass by age alone.
 */
export type Pass = {
  host: string;
  store: string;
  days: number;
  user: string | null;
  kind: MessageKind | null;
  exceptUsers: string[];
  exceptKinds: MessageKind[];
};

/** Of a pass: rows past their date, how many of them a hold keeps, how many were deleted. */
export type Counts = { expired: number; held: number; deleted: number };

export type RunState = "waiting" | "running" | "done" | "failed" | "cancelled";

export type RunView = {
  id: string;
  job: string | null;
  dryRun: boolean;
  /** null: every host that has rules. */
  host: string | null;
  operator: string;
  state: RunState;
  paused: boolean;
  /** Unix seconds. */
  askedAt: number;
  endedAt: number | null;
  passes: number;
  /** Passes that are through. */
  done: number;
  perHost: (Counts & { host: string })[];
};

export type ScheduleView = {
  /** Five fields, in the local time of `zone`. */
  cron: string;
  zone: string;
  enabled: boolean;
  /** In whose name. */
  operator: string;
  /** Unix seconds; null: not yet, or not again. */
  lastAt: number | null;
  nextAt: number | null;
};

/** Rows of one host and store that disappear on one UTC day. */
export type ComingDay = {
  host: string;
  store: string;
  /** Its first second, Unix. */
  at: number;
  rows: number;
  bytes: number;
  by: "prosody" | "muniment";
};
