import "server-only";
import type { Sql } from "postgres";
import { connect } from "./connect";
import { CONSOLE_ROLES } from "./roles";

/**
 * One connection of its own for migrations and adoption, as the owner of schema `console`. No statement
 * timeout (an index of a large archive takes minutes); a lock is never waited for longer than 2 s,
 * because every lock on Prosody's table stops the whole XMPP server (prosody.md §0.3).
 */
export async function withMaintenance<T>(
  databaseUrl: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const sql = openMaintenance(databaseUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same for work of several steps; whoever opens it ends it. */
export function openMaintenance(databaseUrl: string, onLost?: () => void): Sql {
  return connect(databaseUrl, {
    role: CONSOLE_ROLES.migrate,
    name: "maintenance",
    max: 1,
    statementTimeoutMs: 0,
    lockTimeoutMs: 2_000,
    idleInTransactionTimeoutMs: 60_000,
    onLost,
  });
}
