import { bigint, boolean, index, text, timestamp } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

/**
 * Append-only, one chain: `hash` = SHA-256(previous hash ‖ canonical), both as lower-case hex and UTF-8.
 * `canonical` is the RFC 8785 JSON of the entry and the only thing that is believed; the other columns
 * repeat it for filtering, and verification compares them.
 */
export const auditEntry = consoleSchema.table(
  "audit_entry",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    operatorId: text("operator_id").notNull(),
    operatorName: text("operator_name").notNull(),
    /** `noun.verb`. */
    action: text().notNull(),
    /** `asked`, `answered`, `done` or `refused`. */
    phase: text().notNull(),
    /** Whose data or what thing it is about: a bare JID, a host, an operator's name. */
    subject: text().notNull(),
    refersTo: bigint("refers_to", { mode: "number" }),
    canonical: text().notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index("audit_entry_at").on(t.at),
    index("audit_entry_operator").on(t.operatorName, t.seq),
    index("audit_entry_action").on(t.action, t.seq),
    index("audit_entry_subject").on(t.subject, t.seq),
  ],
);

/** One row: the end of the chain. Locking it is the append lock. */
export const auditHead = consoleSchema.table("audit_head", {
  one: boolean().primaryKey().default(true),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});
