import { sql } from "drizzle-orm";
import { bigint, check, integer, jsonb, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** The one draft that all operators share; whoever saves names the version that was on the screen. */
export const policyDraft = consoleSchema.table(
  "policy_draft",
  {
    id: smallint().primaryKey().default(1),
    version: integer().notNull().default(0),
    /** PolicyChange[] */
    changes: jsonb().notNull().default([]),
    reason: text().notNull().default(""),
    savedById: text("saved_by_id"),
    savedByName: text("saved_by_name"),
    savedAt: at("saved_at"),
    /** Somebody is writing the files just now; older than two minutes: somebody was, and died. */
    applyingSince: at("applying_since"),
  },
  () => [check("policy_draft_one", sql`id = 1`)],
);

/** The last 50 writes of the configuration: who, why, what. */
export const policyVersion = consoleSchema.table(
  "policy_version",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    at: at("at").notNull().defaultNow(),
    operatorId: text("operator_id").notNull(),
    operatorName: text("operator_name").notNull(),
    /** Who saved the draft last. */
    draftedById: text("drafted_by_id").notNull(),
    draftedByName: text("drafted_by_name").notNull(),
    reason: text().notNull(),
    changes: jsonb().notNull(),
    /** Our whole Lua file; null where it was not written, or was not there. */
    managedBefore: text("managed_before"),
    managedAfter: text("managed_after"),
    /** SHA-256 in hex of the file as it was written. */
    managedHash: text("managed_hash"),
    /** Of the `.env` only what was changed: the rest may be secret. */
    envChanges: jsonb("env_changes").notNull(),
    /** How Prosody came to know: `socket`, `by-hand`, `sample`. */
    reload: text().notNull(),
    /** Rows that it lets go, as counted before. */
    rowsLost: bigint("rows_lost", { mode: "number" }),
    /** Who said yes where that many need a second person; null also where a day took their place. */
    approvedBy: text("approved_by"),
  },
  () => [check("policy_reload", sql`reload in ('socket', 'by-hand', 'sample')`)],
);
