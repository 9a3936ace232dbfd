import { bigint, primaryKey, text } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

/**
 * How often a daily task of Prosody was seen to have run. Prosody keeps only when it ran last; a count can
 * begin only when somebody looks.
 */
export const taskRun = consoleSchema.table(
  "task_run",
  {
    host: text().notNull(),
    /** Prosody's key in store `cron`, as `mam/remove_expired_messages`. */
    task: text().notNull(),
    /** Unix seconds. */
    lastRunAt: bigint("last_run_at", { mode: "number" }).notNull(),
    /** Runs since the first look; two between two looks count as one. */
    runs: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.host, t.task] })],
);
