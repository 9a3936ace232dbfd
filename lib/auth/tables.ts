import { index, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";
import type { Role } from "./permissions";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const operator = consoleSchema.table("operator", {
  id: uuid().primaryKey().defaultRandom(),
  /** Lower case, unique; what is typed at sign-in. */
  name: text().notNull().unique(),
  /** `scrypt$N$r$p$salt$hash`, base64url. */
  passwordHash: text("password_hash").notNull(),
  roles: text().array().$type<Role[]>().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  passwordChangedAt: at("password_changed_at").notNull().defaultNow(),
  disabledAt: at("disabled_at"),
});

/** Looked up on every request, so that ending one binds the next request. */
export const session = consoleSchema.table(
  "session",
  {
    id: uuid().primaryKey().defaultRandom(),
    operatorId: uuid("operator_id")
      .notNull()
      .references(() => operator.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    address: text().notNull(),
    userAgent: text("user_agent").notNull(),
  },
  (t) => [index("session_operator").on(t.operatorId)],
);

/** Failed sign-ins per account and per address (`account:…`, `address:…`): shared by all web processes. */
export const signInThrottle = consoleSchema.table("sign_in_throttle", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: at("last_at").notNull().defaultNow(),
  blockedUntil: at("blocked_until"),
});

/**
 * A reading for at most 15 minutes, with a reason: of one owner, of a host (`user` null), or of everything
 * (`host` null too). Kept after it ended.
 */
export const reveal = consoleSchema.table(
  "reveal",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Operator id, or `cli:<os user>`. */
    operatorId: text("operator_id").notNull(),
    host: text(),
    user: text(),
    reason: text().notNull(),
    openedAt: at("opened_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    closedAt: at("closed_at"),
  },
  (t) => [index("reveal_operator").on(t.operatorId, t.host, t.user, t.expiresAt)],
);
