import { integer, text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

/** One line per worker process; /api/health is down when the newest beat is older than 30 s. */
export const workerBeat = consoleSchema.table("worker_beat", {
  id: text().primaryKey(),
  pid: integer().notNull(),
  startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
  beatAt: timestamp("beat_at", { withTimezone: true }).notNull().defaultNow(),
});
