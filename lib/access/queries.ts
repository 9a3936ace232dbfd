import "server-only";
import type { Grant } from "@/lib/auth/grant";
import type { Role } from "@/lib/auth/permissions";
import { IDLE_SECONDS } from "@/lib/auth/sessions";
import { pools } from "@/lib/db/pools";
import { ConsoleError } from "@/lib/errors";
import type { OperatorView, SessionView } from "./views";

type OperatorRow = {
  id: string;
  name: string;
  roles: Role[];
  createdAt: Date;
  passwordChangedAt: Date;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
};

type SessionRow = {
  id: string;
  operatorId: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  address: string;
  userAgent: string;
};

/** Every operator by name, disabled ones last, each with the sessions that would be let in now. */
export async function listOperators(grant: Grant<"operator.manage">): Promise<OperatorView[]> {
  const sql = pools().interactive;
  const [operators, sessions] = await Promise.all([
    sql<OperatorRow[]>`
      select id, name, roles, created_at as "createdAt", disabled_at as "disabledAt",
        password_changed_at as "passwordChangedAt",
        (select max(seen_at) from console.session s where s.operator_id = o.id) as "lastSeenAt"
      from console.operator o order by disabled_at is not null, name`,
    sql<SessionRow[]>`
      select id, operator_id as "operatorId", created_at as "createdAt", seen_at as "seenAt",
        expires_at as "expiresAt", address, user_agent as "userAgent"
      from console.session
      where ended_at is null and expires_at > now()
        and seen_at > now() - interval '1 second' * ${IDLE_SECONDS}
      order by seen_at desc`,
  ]);
  const { id: self, sessionId } = grant.operator;
  return operators.map((row) => ({
    ...toOperator(row),
    self: row.id === self,
    sessions: row.disabledAt
      ? []
      : sessions.filter((s) => s.operatorId === row.id).map((s) => toSession(s, sessionId)),
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
  if (!row) throw new ConsoleError("not-found", `There is no operator named ${name}.`);
  return row.id;
}

function toOperator(row: OperatorRow): Omit<OperatorView, "self" | "sessions"> {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    createdAt: row.createdAt.toISOString(),
    passwordChangedAt: row.passwordChangedAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}

function toSession(row: SessionRow, current: string | null): SessionView {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.address,
    userAgent: row.userAgent,
    current: row.id === current,
  };
}
