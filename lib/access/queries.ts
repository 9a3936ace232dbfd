import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { IDLE_SECONDS } from "@/lib/auth/sessions";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { OperatorView, SessionView } from "./views";

type OperatorRow = Omit<OperatorView, "self" | "sessions">;
type SessionRow = Omit<SessionView, "current"> & { operatorId: string };

/** Every operator by name, disabled ones last, each with the sessions that would be let in now. */
export async function listOperators(grant: Grant<"operator.manage">): Promise<OperatorView[]> {
  const sql = pools().interactive;
  const [operators, sessions] = await Promise.all([
    sql<OperatorRow[]>`
      select id, name, roles, ${isoTime(sql, "created_at")} as "createdAt",
        ${isoTime(sql, "password_changed_at")} as "passwordChangedAt",
        ${isoTime(sql, "disabled_at")} as "disabledAt",
        (select ${isoTime(sql, "last.seen_at")} from (select max(seen_at) as seen_at
          from console.session where operator_id = o.id) last) as "lastSeenAt"
      from console.operator o order by disabled_at is not null, name`,
    sql<SessionRow[]>`
      select id, operator_id as "operatorId", ${isoTime(sql, "created_at")} as "createdAt",
        ${isoTime(sql, "seen_at")} as "seenAt", ${isoTime(sql, "expires_at")} as "expiresAt",
        address, user_agent as "userAgent"
      from console.session
      where ended_at is null and expires_at > now()
        and seen_at > now() - interval '1 second' * ${IDLE_SECONDS}
      order by session.seen_at desc`,
  ]);
  const { id: self, sessionId } = grant.operator;
  return operators.map((row) => ({
    ...row,
    self: row.id === self,
    sessions: row.disabledAt ? [] : sessionsOf(row.id, sessions, sessionId),
  }));
}

/**
 * The id behind a name, for the command line.
 * @throws ConsoleError `not-found`
 */
export async function operatorIdOf(
  _grant: Grant<"operator.manage">,
  name: string,
): Promise<string> {
  const [row] = await pools().interactive<{ id: string }[]>`
    select id from console.operator where name = ${name.trim().toLowerCase()}`;
  if (!row)
    throw refusal("not-found", "operator-unknown", {
      words: `There is no operator named ${name}.`,
    });
  return row.id;
}

function sessionsOf(id: string, all: SessionRow[], current: string | null): SessionView[] {
  return all
    .filter((session) => session.operatorId === id)
    .map(({ operatorId: _, ...session }) => ({ ...session, current: session.id === current }));
}
