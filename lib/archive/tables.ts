import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

export const archiveHost = consoleSchema.table("host", {
  id: smallint().primaryKey().generatedByDefaultAsIdentity(),
  host: text().notNull().unique(),
});

/** One line per (host, user, store): counts kept by the indexer, never counted on the way to a page. */
export const archiveOwner = consoleSchema.table(
  "owner",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    hostId: smallint("host_id").notNull(),
    user: text().notNull(),
    store: text().notNull(),
    /** A message store (architecture.md): listed, folded, searched. The others are only counted. */
    messages: boolean().notNull(),
    rows: bigint({ mode: "number" }).notNull().default(0),
    bytes: bigint({ mode: "number" }).notNull().default(0),
    encrypted: bigint({ mode: "number" }).notNull().default(0),
    /** Unix seconds; null when there is no row left. */
    first: integer(),
    last: integer(),
  },
  (t) => [
    unique("owner_host_user_store").on(t.hostId, t.user, t.store),
    index("owner_by_rows").on(t.rows.desc(), t.id).where(sql`messages`),
    index("owner_by_bytes").on(t.bytes.desc(), t.id).where(sql`messages`),
    index("owner_by_last").on(t.last.desc().nullsLast(), t.id).where(sql`messages`),
    index("owner_by_user").on(t.user, t.id).where(sql`messages`),
  ],
);

/** One line per owner and other side (`""` in rooms). */
export const archiveConversation = consoleSchema.table(
  "conversation",
  {
    ownerId: integer("owner_id").notNull(),
    peer: text().notNull(),
    rows: bigint({ mode: "number" }).notNull().default(0),
    /** Rows that show text or a file of their own. */
    texts: bigint({ mode: "number" }).notNull().default(0),
    encrypted: bigint({ mode: "number" }).notNull().default(0),
    first: integer(),
    last: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.ownerId, t.peer] }),
    index("conversation_last").on(t.ownerId, t.last.desc().nullsLast(), t.peer),
  ],
);

/** Who is behind an occupant-id of a room (XEP-0421); `jid` null: tried, not found. */
export const archiveOccupant = consoleSchema.table(
  "occupant",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    ownerId: integer("owner_id").notNull(),
    occupantId: text("occupant_id").notNull(),
    jid: text(),
    triedAt: timestamp("tried_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique("occupant_owner_occupant").on(t.ownerId, t.occupantId)],
);

/**
 * Who a facet stands for: bare JIDs, and the nicks of rooms, in lower case. Numbers are what the index of
 * words can hold cheaply (`:s12`, `:w12`).
 */
export const archiveParty = consoleSchema.table(
  "party",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    name: text().notNull().unique(),
    /** Lines that mention it were deleted: whether any is left has to be looked up. */
    doubtful: boolean().notNull().default(false),
  },
  (t) => [index("party_doubtful").on(t.id).where(sql`doubtful`)],
);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The projection: one row per archive row of a message store, made by the indexer. Its indexes are also in
 * lib/archive/projection/message-indexes.ts: a large first build does without them and makes them afterwards.
 */
export const archiveMessage = consoleSchema.table(
  "message",
  {
    sortId: bigint("sort_id", { mode: "number" }).primaryKey(),
    ownerId: integer("owner_id").notNull(),
    hostId: smallint("host_id").notNull(),
    /** Unix seconds. */
    when: integer().notNull(),
    /** The other side's bare JID; in rooms the real JID when proven, else null. */
    peer: text(),
    nick: text(),
    /** 0 incoming, 1 outgoing, 2 in a room. */
    direction: smallint().notNull(),
    /** Index into MESSAGE_KINDS (lib/xmpp/kinds.ts). */
    kind: smallint().notNull(),
    /** 1 occupant-id, 2 muc#user; null: peer is not a proven room author. */
    proof: smallint(),
    originId: text("origin_id"),
    /** The stanza's `id` attribute. */
    stanzaId: text("stanza_id"),
    targetId: text("target_id"),
    sizeBytes: integer("size_bytes").notNull(),
    /** Of the archive id (Prosody's `key`), by keyHash: the id itself stands in Prosody's table. */
    keyHash: integer("key_hash").notNull().default(0),
    /** What substrings are looked for in and both copies are compared by; null: nothing to read. */
    body: text(),
    /** Words with positions, and facets (lib/archive/projection/facets.ts). */
    tsv: tsvector().notNull().default(""),
  },
  (t) => [
    index("message_when").on(t.when, t.sortId),
    index("message_owner").on(t.ownerId, t.when, t.sortId),
    index("message_conversation").on(t.ownerId, t.peer, t.when, t.sortId),
    index("message_stanza_id").on(t.stanzaId, t.ownerId).where(sql`stanza_id is not null`),
    index("message_origin_id")
      .on(t.originId, t.ownerId)
      .where(sql`origin_id is not null and origin_id is distinct from stanza_id`),
    index("message_target_id").on(t.ownerId, t.targetId).where(sql`target_id is not null`),
    index("message_key").on(t.keyHash),
  ],
);

/**
 * One row per archive row of every other store (PEP, uploads, offline, …): known to be in the owner's
 * counts, so that a delete takes away exactly what was added. Nothing is read from these stanzas.
 */
export const archiveCounted = consoleSchema.table(
  "counted",
  {
    sortId: bigint("sort_id", { mode: "number" }).primaryKey(),
    ownerId: integer("owner_id").notNull(),
    when: integer().notNull(),
    sizeBytes: integer("size_bytes").notNull(),
  },
  (t) => [index("counted_owner").on(t.ownerId, t.when)],
);

/** Written by the capture triggers in the transaction that deleted or changed rows; consumed by the indexer. */
export const archiveDelta = consoleSchema.table("delta", {
  ownerId: integer("owner_id").notNull(),
  /** null: the row was of a store that is only counted. */
  peer: text(),
  rows: bigint({ mode: "number" }).notNull(),
  bytes: bigint({ mode: "number" }).notNull(),
  texts: bigint({ mode: "number" }).notNull(),
  encrypted: bigint({ mode: "number" }).notNull(),
});

/** Rows that were updated in place and are to be indexed again. */
export const archiveDirty = consoleSchema.table(
  "dirty",
  { sortId: bigint("sort_id", { mode: "number" }).notNull() },
  (t) => [index("dirty_sort_id").on(t.sortId)],
);

/** One row: how far the indexer is (data.md §1, watermark). */
export const indexerState = consoleSchema.table("indexer_state", {
  one: boolean().primaryKey().default(true),
  watermark: bigint({ mode: "number" }).notNull().default(0),
  safeHigh: bigint("safe_high", { mode: "number" }).notNull().default(0),
  pendingHigh: bigint("pending_high", { mode: "number" }),
  pendingXmax: text("pending_xmax"),
  pendingAt: timestamp("pending_at", { withTimezone: true }),
  /** Reference layout: everything stored up to this `when_col` has been seen. */
  watermarkWhen: integer("watermark_when").notNull().default(0),
  rebuild: boolean().notNull().default(false),
  /** Set when the first build reached the end; null: pages work without the projection and say so. */
  builtAt: timestamp("built_at", { withTimezone: true }),
  buildStartedAt: timestamp("build_started_at", { withTimezone: true }),
  buildRows: bigint("build_rows", { mode: "number" }).notNull().default(0),
  /** Rows per second of the last batches, for "how long still". */
  rate: integer().notNull().default(0),
  /** The layout these rows were read from (lib/prosody/layouts): another one means building anew. */
  layout: text(),
  /** Of the code that made these lines (version.ts): another one means building anew. */
  version: integer().notNull().default(0),
  /** Goes up whenever the projection is emptied: numbers that were remembered are then void. */
  generation: integer().notNull().default(0),
  /** What a large first build does now (state.ts); null: none, or not a large one. */
  step: text(),
  /** When a month was last counted again against Prosody's own table. */
  checkedAt: timestamp("checked_at", { withTimezone: true }),
  lastIndexedAt: timestamp("last_indexed_at", { withTimezone: true }),
  problem: text(),
});
