import { sql } from "drizzle-orm";
import { check, index, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Requests for a second person's yes. `expired` is no state here: whether one is over is asked of its dates. */
export const approval = consoleSchema.table(
  "approval",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** Canonical JSON (RFC 8785). */
    content: text().notNull(),
    /** Lower-case hex; what is approved. */
    contentSha256: text("content_sha256").notNull(),
    reason: text().notNull(),
    /** `console.operator.id`, or `cli:<os user>`. */
    requesterId: text("requester_id").notNull(),
    requesterName: text("requester_name").notNull(),
    requestedAt: at("requested_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    /** Where nobody else could approve when it was asked: from then on it holds by itself. */
    ripeAt: at("ripe_at"),
    state: text().notNull().default("waiting"),
    approverId: text("approver_id"),
    approverName: text("approver_name"),
    decidedAt: at("decided_at"),
    /** Why it was refused. */
    decisionReason: text("decision_reason"),
    usedAt: at("used_at"),
  },
  (t) => [
    check("approval_state", sql`state in ('waiting', 'approved', 'refused', 'cancelled', 'used')`),
    check("approval_second", sql`approver_id <> requester_id`),
    check("approval_approved", sql`state <> 'approved' or approver_id is not null`),
    check("approval_refused", sql`state <> 'refused' or decision_reason is not null`),
    check("approval_used", sql`state <> 'used' or approver_id is not null or ripe_at <= used_at`),
    check(
      "approval_hash",
      sql`content_sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
    ),
    uniqueIndex("approval_open").on(t.kind, t.subject).where(sql`state in ('waiting', 'approved')`),
    index("approval_requested").on(t.requestedAt.desc()),
  ],
);
