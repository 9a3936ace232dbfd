import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";
import type { HoldKind } from "./views";

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * What Prosody may not lose (trust.md §1). Written by console.place_hold() alone, under a lock of the guarded
 * tables; `console.hold_epoch` then has the highest id, where no snapshot hides it.
 */
export const hold = consoleSchema.table(
  "hold",
  {
    id: integer().primaryKey(),
    kind: text().$type<HoldKind>().notNull(),
    host: text().notNull(),
    /** null: the whole host. */
    user: text(),
    /** Of a conversation: the other side's bare JID. */
    peer: text(),
    /** Unix seconds, both inclusive; null: open. They bound archive rows alone, others have no date. */
    fromWhen: integer("from_when"),
    untilWhen: integer("until_when"),
    reason: text().notNull(),
    operatorId: text("operator_id").notNull(),
    operatorName: text("operator_name").notNull(),
    /** Read after the lock was had: whatever was there then is kept. */
    inForceSince: at("in_force_since").notNull(),
    releasedAt: at("released_at"),
  },
  (t) => [
    check("hold_kind", sql`kind in ('person', 'room', 'conversation', 'host')`),
    check("hold_scope", sql`("user" is null) = (kind = 'host')`),
    check("hold_peer", sql`(peer is null) = (kind <> 'conversation')`),
    check("hold_dates", sql`from_when <= until_when`),
    index("hold_active").on(t.host, t.user).where(sql`released_at is null`),
    index("hold_active_peer").on(t.peer).where(sql`released_at is null and peer is not null`),
  ],
);

/** Every version of a held row that was deleted or changed, as it was before; written by the triggers alone. */
export const heldRow = consoleSchema.table(
  "held_row",
  {
    holdId: integer("hold_id")
      .notNull()
      .references(() => hold.id),
    /** `archive` or `map`: Prosody's table prosodyarchive or prosody. */
    source: text().notNull(),
    /** lib/prosody/layouts rowId; null for rows of the map. */
    sortId: bigint("sort_id", { mode: "number" }),
    host: text().notNull(),
    user: text().notNull(),
    store: text().notNull(),
    key: text().notNull(),
    when: integer(),
    with: text(),
    type: text(),
    value: text(),
    /** `DELETE` or `UPDATE`. */
    operation: text().notNull(),
    at: at("at").notNull(),
    /** Who was signed in to PostgreSQL. */
    databaseUser: text("database_user").notNull(),
    transaction: text().notNull(),
    /** SHA-256 of the row (lib/prosody/adoption/row-hash.ts). */
    sha256: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.holdId, t.sha256] }), index("held_row_row").on(t.sortId)],
);
