import { bigserial, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

/**
 * Prosody owns both tables (mod_storage_sql, `sql_manage_tables`). They are described to be read;
 * drizzle.config.ts does not list this file, so no migration touches them. 0.11 to 13.
 */
export const prosodyArchive = pgTable(
  "prosodyarchive",
  {
    sortId: bigserial("sort_id", { mode: "number" }).primaryKey(),
    host: text().notNull(),
    user: text().notNull(),
    store: text().notNull(),
    /** XEP-0359 stanza-id, unique per owner and store. */
    key: text().notNull(),
    /** Unix seconds, UTC; int4. */
    when: integer().notNull(),
    /** Bare JID of the other side; in muc_log the words `message<groupchat`. */
    with: text().notNull(),
    type: text().notNull(),
    value: text().notNull(),
  },
  (t) => [
    uniqueIndex("prosodyarchive_index").on(t.host, t.user, t.store, t.key),
    index("prosodyarchive_with_when").on(t.host, t.user, t.store, t.with, t.when),
    index("prosodyarchive_when").on(t.host, t.user, t.store, t.when),
    index("prosodyarchive_sort").on(t.host, t.user, t.store, t.sortId),
  ],
);

/** Accounts, rosters, prefs, rooms and the rest; 0.12 has a plain index where 13 has the unique one. */
export const prosodyMap = pgTable(
  "prosody",
  {
    host: text().notNull(),
    user: text().notNull(),
    store: text().notNull(),
    key: text().notNull(),
    type: text().notNull(),
    value: text().notNull(),
  },
  (t) => [uniqueIndex("prosody_unique_index").on(t.host, t.user, t.store, t.key)],
);
