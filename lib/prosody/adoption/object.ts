import type { Sql } from "postgres";
import type { Layout } from "../layouts/layout";

export type AdoptionState = "present" | "missing" | "invalid";

/**
 * One thing that Muniment adds to Prosody's table, and takes away again. Each statement runs outside a
 * larger transaction with a short lock timeout: while a lock on this table is waited for, Prosody stands
 * still (prosody.md §0.3).
 */
export type AdoptionObject = {
  name: string;
  kind: "index" | "trigger";
  /** What it is for, shown in the plan. */
  purpose: string;
  /** The statements as they will be run, for the plan. */
  statements(layout: Layout): string[];
  /** `invalid`: left behind by a build that was cancelled; create() replaces it. */
  check(sql: Sql, layout: Layout): Promise<AdoptionState>;
  create(sql: Sql, layout: Layout): Promise<void>;
  drop(sql: Sql, layout: Layout): Promise<void>;
};
