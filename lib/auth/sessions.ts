import "server-only";
import type { ISql } from "postgres";
import { recordAuditIn } from "@/lib/audit/record";
import { pools } from "@/lib/db/pools";
import type { Operator } from "./grant";
import type { Role } from "./permissions";
import { keepReveals, openReveals, type RevealRow } from "./reveals";
import { isUuid } from "./uuid";

/** A session ends for good 8 hours after sign-in … */
export const SESSION_SECONDS = 8 * 60 * 60;
/** … and earlier, when nothing was asked for this long. */
export const IDLE_SECONDS = 30 * 60;
/** `seen_at` is written at most this often. */
const SEEN_EVERY_SECONDS = 60;

/**
 * Who acts in this session at this moment: roles as they are now. Null when it ended, expired, idled or
 * was revoked, or when the operator is disabled. Asked on every request, in one statement with the open
 * readings, which most requests ask for next. `watching`: a page looks by itself, which is no sign that
 * anybody sits before it.
 */
export async function lookUpSession(
  sessionId: unknown,
  { watching = false }: { watching?: boolean } = {},
): Promise<Operator | null> {
  if (!isUuid(sessionId)) return null;
  const sql = pools().interactive;
  const [row] = await sql<SessionRow[]>`
    select o.id, o.name, o.roles, ${openReveals(sql, sql`o.id::text`)} as reveals,
      s.seen_at < now() - interval '1 second' * ${SEEN_EVERY_SECONDS} as stale
    from console.session s join console.operator o on o.id = s.operator_id
    where s.id = ${sessionId} and s.ended_at is null and o.disabled_at is null
      and s.expires_at > now() and s.seen_at > now() - interval '1 second' * ${IDLE_SECONDS}`;
  if (!row) return null;
  if (row.stale && !watching) await touch(sql, sessionId);
  const operator: Operator = { id: row.id, name: row.name, roles: row.roles, sessionId };
  keepReveals(operator, row.reveals);
  return operator;
}

type SessionRow = {
  id: string;
  name: string;
  roles: Role[];
  reveals: RevealRow[];
  stale: boolean;
};

async function touch(sql: ISql, sessionId: string): Promise<void> {
  await sql`
    update console.session set seen_at = now()
    where id = ${sessionId} and seen_at < now() - interval '1 second' * ${SEEN_EVERY_SECONDS}`;
}

/** Sign-out. Ending a session that has ended, or never was, does nothing. */
export async function endSession(sessionId: unknown): Promise<void> {
  const operator = await lookUpSession(sessionId);
  if (!operator) return;
  await pools().interactive.begin(async (tx) => {
    const ended = await tx`
      update console.session set ended_at = now()
      where id = ${operator.sessionId} and ended_at is null returning 1`;
    if (ended.length === 0) return;
    await recordAuditIn(
      tx,
      { operator },
      {
        action: "session.end",
        phase: "done",
        subject: operator.name,
        details: { why: "sign-out" },
      },
    );
  });
}
