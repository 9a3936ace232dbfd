import { text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "./console-schema";

/** What set-up did once and never does again, e.g. filling the demo archive. */
export const setupStep = consoleSchema.table("setup_step", {
  name: text().primaryKey(),
  doneAt: timestamp("done_at", { withTimezone: true }).notNull().defaultNow(),
});
