import { bigint, integer, jsonb, primaryKey, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

const amount = (name?: string) =>
  name ? bigint(name, { mode: "number" }).notNull() : bigint({ mode: "number" }).notNull();

/**
 * What there is of each UTC day, of every store. A day in another zone is this one without its first
 * quarter-hours, and the first ones of the next: these are sums up to a quarter, so either is one look.
 */
export const rollupDay = consoleSchema.table(
  "rollup_day",
  {
    hostId: smallint("host_id").notNull(),
    store: text().notNull(),
    /** Days since 1970. */
    day: integer().notNull(),
    rows: amount(),
    bytes: amount(),
    /** 96 sums: element k is of the first k quarter-hours of the day. */
    rowsUntil: integer("rows_until").array().notNull(),
    bytesUntil: bigint("bytes_until", { mode: "number" }).array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hostId, t.store, t.day] })],
);

/** The same by kind, whole UTC days. */
export const rollupKind = consoleSchema.table(
  "rollup_kind",
  {
    hostId: smallint("host_id").notNull(),
    store: text().notNull(),
    /** Index into MESSAGE_KINDS; -1: of a store that is only counted. */
    kind: smallint().notNull(),
    day: integer().notNull(),
    rows: amount(),
    bytes: amount(),
  },
  (t) => [primaryKey({ columns: [t.hostId, t.store, t.kind, t.day] })],
);

/** What an owner has of each UTC month. */
export const rollupMonth = consoleSchema.table(
  "rollup_month",
  {
    ownerId: integer("owner_id").notNull(),
    /** year * 12 + month, January = 0. */
    month: integer().notNull(),
    rows: amount(),
    bytes: amount(),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.month] })],
);

/** Negative: what deletes took away and the indexer has not added up yet (as console.delta). */
export const rollupNote = consoleSchema.table("rollup_note", {
  hostId: smallint("host_id").notNull(),
  store: text().notNull(),
  kind: smallint().notNull(),
  /** Quarter-hours since 1970, UTC. */
  quarter: integer().notNull(),
  rows: amount(),
  bytes: amount(),
});

export const rollupMonthNote = consoleSchema.table("rollup_month_note", {
  ownerId: integer("owner_id").notNull(),
  month: integer().notNull(),
  rows: amount(),
  bytes: amount(),
});

/** What was found wrong and an operator should know of; a line goes when it is right again. */
export const finding = consoleSchema.table("finding", {
  id: text().primaryKey(),
  foundAt: timestamp("found_at", { withTimezone: true }).notNull().defaultNow(),
  /** "notice" | "warning" | "error" */
  severity: text().notNull(),
  /** What the words of the finding are filled in with. */
  params: jsonb().notNull().default({}),
});
