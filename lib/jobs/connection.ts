import "server-only";
import type { Sql } from "postgres";
import { connect } from "@/lib/db/connect";
import { databaseUrl } from "@/lib/db/pools";
import { CONSOLE_ROLES } from "@/lib/db/roles";

const nameOf = (jobId: string) => `job ${jobId}`;

/**
 * One connection of its own for one job, as the role that owns what we made and acts for Prosody's owner. No
 * statement timeout: an index of a large archive takes an hour. Named after the job, so that whoever takes
 * the job up after a crash finds what the dead worker left running.
 */
export function openJobConnection(jobId: string, lockTimeoutMs: number): Sql {
  return connect(databaseUrl(), {
    role: CONSOLE_ROLES.migrate,
    name: nameOf(jobId),
    max: 1,
    statementTimeoutMs: 0,
    lockTimeoutMs,
    idleInTransactionTimeoutMs: 60_000,
  });
}

/**
 * A second one beside it, as the login itself: PostgreSQL shows the progress of a connection to the login it
 * belongs to, and lets that login end it, but none of the roles taken with SET ROLE.
 */
export function openJobWatch(jobId: string): Sql {
  return connect(databaseUrl(), {
    role: null,
    name: `watch ${jobId}`,
    max: 1,
    statementTimeoutMs: 5_000,
    lockTimeoutMs: 1_000,
    idleInTransactionTimeoutMs: 5_000,
  });
}

const PATIENCE_MS = 10_000;

/**
 * Ends what a dead worker's job still does in the database: before PostgreSQL 14 a statement goes on when
 * nobody listens any more. Throws when it does not end, so that nothing is begun beside it.
 */
export async function endLeftBehind(jobId: string): Promise<number> {
  const sql = openJobWatch(jobId);
  try {
    const end = Date.now() + PATIENCE_MS;
    for (let ended = 0; ; ) {
      const left = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${`muniment ${nameOf(jobId)}`} and usename = session_user`;
      if (left.length === 0) return ended;
      ended = Math.max(ended, left.length);
      if (Date.now() > end) throw new Error(`job ${jobId}: its old connection does not end`);
      await new Promise((done) => setTimeout(done, 100));
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}
