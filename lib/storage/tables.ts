import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  integer,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

const amount = (name: string) => bigint(name, { mode: "number" }).notNull();
const at = (name: string) => timestamp(name, { withTimezone: true });

/**
 * What the database took on disk, once a day: of Prosody's archive, of its other table and of our schema, each
 * without what the other two take. From the catalogue and the counters; nothing is scanned for it.
 */
export const storageSample = consoleSchema.table("storage_sample", {
  /** In UTC. */
  day: date().primaryKey(),
  takenAt: at("taken_at").notNull(),
  archiveHeapBytes: amount("archive_heap_bytes"),
  archiveToastBytes: amount("archive_toast_bytes"),
  archiveIndexBytes: amount("archive_index_bytes"),
  archiveLiveRows: amount("archive_live_rows"),
  archiveDeadRows: amount("archive_dead_rows"),
  dataHeapBytes: amount("data_heap_bytes"),
  dataToastBytes: amount("data_toast_bytes"),
  dataIndexBytes: amount("data_index_bytes"),
  dataLiveRows: amount("data_live_rows"),
  dataDeadRows: amount("data_dead_rows"),
  consoleHeapBytes: amount("console_heap_bytes"),
  consoleToastBytes: amount("console_toast_bytes"),
  consoleIndexBytes: amount("console_index_bytes"),
  consoleLiveRows: amount("console_live_rows"),
  consoleDeadRows: amount("console_dead_rows"),
  databaseBytes: amount("database_bytes"),
  /** Of the volume; null: not known. */
  freeBytes: bigint("free_bytes", { mode: "number" }),
  /** Of the archive, counted by the rollups; null: not built yet. */
  rows: bigint({ mode: "number" }),
  stanzaBytes: bigint("stanza_bytes", { mode: "number" }),
});

/** Second copies of messages between two people of ours, by whose archive has them; counted anew every night. */
export const storageCopies = consoleSchema.table("storage_copies", {
  hostId: smallint("host_id").primaryKey(),
  rows: amount("rows"),
  bytes: amount("bytes"),
  countedAt: at("counted_at").notNull(),
});

/** How large the database may become: what an operator said, one line; none: the volume. */
export const storageLimit = consoleSchema.table(
  "storage_limit",
  {
    one: boolean().primaryKey().default(true),
    /** Of the whole database; null: as large as the volume. */
    bytes: bigint({ mode: "number" }),
    /** Goes up with every change; whoever saw an older one has to look again. */
    version: integer().notNull(),
    changedAt: at("changed_at").notNull().defaultNow(),
    changedBy: text("changed_by").notNull(),
  },
  () => [check("storage_limit_one", sql`one`), check("storage_limit_bytes", sql`bytes > 0`)],
);
