import { sql } from "drizzle-orm";
import { boolean, check, index, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

/**
 * Searches of operators: without a name what they asked lately (kept for 30 days), with one what they
 * saved. Words stand here and nowhere else: addresses, logs and the trail never have them.
 */
export const search = consoleSchema.table(
  "search",
  {
    id: uuid().primaryKey().defaultRandom(),
    operatorId: text("operator_id").notNull(),
    /** As `splitWords` cut the text of the box; together they mean what it meant. */
    words: text().notNull(),
    filters: text().notNull(),
    name: text(),
    /** Everybody who may search sees it; with words only who may search text. */
    shared: boolean().notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp("used_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("search_operator").on(t.operatorId, t.usedAt),
    index("search_shared").on(t.name).where(sql`shared`),
    index("search_old").on(t.usedAt).where(sql`name is null`),
    check("search_shared_has_name", sql`not shared or name is not null`),
  ],
);
