import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { generatePassword, hashPassword } from "@/lib/auth/passwords";
import type { Role } from "@/lib/auth/permissions";
import { clearThrottle } from "@/lib/auth/throttle";
import { refusal } from "@/lib/refusal";
import { changeOperator, endAllSessions, refuseOneself } from "./change";

type Manager = Grant<"operator.manage">;

/**
 * Bars an operator and ends their sessions.
 * @throws ConsoleError `not-found`; `conflict` for oneself, the last administrator, or when disabled already.
 */
export function disableOperator(grant: Manager, id: string): Promise<void> {
  return changeOperator(grant, "operator.disable", id, async (tx, target) => {
    refuseOneself(grant, target, "own-disabling");
    if (target.disabled) throw refusal("conflict", "operator-disabled");
    await tx`update console.operator set disabled_at = now() where id = ${id}`;
    return { sessionsEnded: await endAllSessions(tx, id) };
  });
}

/** @throws ConsoleError `not-found`; `conflict` when not disabled. */
export function enableOperator(grant: Manager, id: string): Promise<void> {
  return changeOperator(grant, "operator.enable", id, async (tx, target) => {
    if (!target.disabled) throw refusal("conflict", "operator-enabled");
    await tx`update console.operator set disabled_at = null where id = ${id}`;
    await clearThrottle(tx, target.name);
    return {};
  });
}

/**
 * Gives another password (a generated one when `password` is null), ends every session and forgets
 * failed sign-ins. The password is returned once and kept nowhere.
 */
export async function resetPassword(
  grant: Manager,
  id: string,
  password: string | null = null,
): Promise<{ password: string }> {
  const chosen = password ?? generatePassword();
  const hash = await hashPassword(chosen);
  await changeOperator(grant, "operator.reset", id, async (tx, target) => {
    await tx`
      update console.operator set password_hash = ${hash}, password_changed_at = now()
      where id = ${id}`;
    await clearThrottle(tx, target.name);
    return { sessionsEnded: await endAllSessions(tx, id) };
  });
  return { password: chosen };
}

/** "Sign out everywhere": of anybody, oneself included. Returns how many sessions ended. */
export async function endSessions(grant: Manager, id: string): Promise<{ ended: number }> {
  let ended = 0;
  await changeOperator(grant, "session.end", id, async (tx) => {
    ended = await endAllSessions(tx, id);
    return { why: "sign out everywhere", sessionsEnded: ended };
  });
  return { ended };
}

/**
 * Replaces the roles; binds the operator's next request.
 * @throws ConsoleError `conflict` when one would take *admin* from oneself or from the last administrator.
 */
export function changeRoles(grant: Manager, id: string, roles: readonly Role[]): Promise<void> {
  return changeOperator(grant, "operator.roles", id, async (tx, target) => {
    if (!roles.includes("admin")) refuseOneself(grant, target, "own-admin");
    await tx`update console.operator set roles = ${[...roles]} where id = ${id}`;
    return { before: target.roles, after: roles };
  });
}
