import { boolean, text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What is due again and again, and when it was done last (docs/decisions/0013-schedules.md). */
export const schedule = consoleSchema.table("schedule", {
  name: text().primaryKey(),
  /** Five fields, in the local time of `zone`. */
  cron: text().notNull(),
  zone: text().notNull(),
  enabled: boolean().notNull().default(true),
  lastRunAt: at("last_run_at"),
  /** null: it never comes again. */
  nextRunAt: at("next_run_at"),
});
