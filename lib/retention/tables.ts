import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";
import type { Pass } from "./views";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What Muniment deletes where it cleans; the most specific rule of a row decides. */
export const retentionRule = consoleSchema.table(
  "retention_rule",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    host: text().notNull(),
    user: text(),
    kind: text(),
    days: integer(),
    operatorName: text("operator_name").notNull(),
    changedAt: at("changed_at").notNull().defaultNow(),
  },
  (t) => [
    check("retention_days", sql`days between 1 and 36500`),
    check("retention_scope", sql`"user" is null or kind is null`),
    uniqueIndex("retention_rule_scope").on(
      t.host,
      sql`coalesce("user", '')`,
      sql`coalesce(kind, '')`,
    ),
  ],
);

/** A cleanup: its rules as they were, and how far it is. Counts stand in the transaction that deleted. */
export const retentionRun = consoleSchema.table(
  "retention_run",
  {
    id: uuid().primaryKey().defaultRandom(),
    jobId: uuid("job_id"),
    dryRun: boolean("dry_run").notNull(),
    host: text(),
    passes: jsonb().$type<Pass[]>().notNull(),
    operatorName: text("operator_name").notNull(),
    askedAt: at("asked_at").notNull().defaultNow(),
    paused: boolean().notNull().default(false),
  },
  (t) => [index("retention_run_asked").on(t.askedAt.desc())],
);

export const retentionPass = consoleSchema.table(
  "retention_pass",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => retentionRun.id, { onDelete: "cascade" }),
    /** Place in `passes`. */
    pass: smallint().notNull(),
    host: text().notNull(),
    /** Last row looked at, deleted or not; null: none yet. */
    atWhen: integer("at_when"),
    atRow: text("at_row"),
    expired: integer().notNull().default(0),
    held: integer().notNull().default(0),
    deleted: integer().notNull().default(0),
    done: boolean().notNull().default(false),
  },
  (t) => [uniqueIndex("retention_pass_place").on(t.runId, t.pass)],
);

/** Who had the schedule `retention.run` (console.schedule) set up: it acts with their permissions of the day. */
export const retentionSchedule = consoleSchema.table("retention_schedule", {
  one: boolean().primaryKey().default(true),
  operatorId: text("operator_id").notNull(),
  operatorName: text("operator_name").notNull(),
});
