import "server-only";
import {
  changeRoles,
  disableOperator,
  enableOperator,
  endSessions,
  resetPassword,
} from "@/lib/access/commands";
import { createOperator } from "@/lib/access/create-operator";
import { listOperators, operatorIdOf } from "@/lib/access/queries";
import type { OperatorView } from "@/lib/access/views";
import type { Grant, Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { chosenPassword, operatorName, operatorRoles } from "@/lib/auth/operator-name";
import { checked } from "./checked";

/** `roles` and `password` as typed; `password` null or missing: one is generated. */
export type OperatorCommand =
  | { verb: "list" }
  | { verb: "add"; name: string; roles: readonly string[]; password?: string | null }
  | { verb: "reset"; name: string; password?: string | null }
  | { verb: "roles"; name: string; roles: readonly string[] }
  | { verb: "disable" | "enable" | "sign-out"; name: string };

export type CliAnswer = { json: unknown; text: string };

/**
 * `muniment operator …`: the same queries and commands as /access. Asking "are you sure" is the caller's.
 * @throws ConsoleError of the command; `invalid` for a bad name, role or password; `forbidden`.
 */
export async function runOperator(actor: Operator, command: OperatorCommand): Promise<CliAnswer> {
  const grant = grantFor(actor, "operator.manage");
  if (command.verb === "list") return list(grant);
  if (command.verb === "add") return add(grant, command);
  const { name } = command;
  const id = await operatorIdOf(grant, name);
  switch (command.verb) {
    case "reset": {
      const { password } = await resetPassword(grant, id, checkedPassword(command.password));
      return { json: { name, password }, text: `The password of ${name} is now ${password}` };
    }
    case "roles": {
      const roles = checked("roles", operatorRoles, command.roles);
      await changeRoles(grant, id, roles);
      return { json: { name, roles }, text: `${name} is now ${roles.join(", ")}.` };
    }
    case "disable":
      await disableOperator(grant, id);
      return { json: { name, disabled: true }, text: `${name} is disabled and signed out.` };
    case "enable":
      await enableOperator(grant, id);
      return { json: { name, disabled: false }, text: `${name} may sign in again.` };
    case "sign-out": {
      const { ended } = await endSessions(grant, id);
      return { json: { name, ended }, text: `${name}: ${ended} sessions ended.` };
    }
  }
}

async function list(grant: Grant<"operator.manage">): Promise<CliAnswer> {
  const operators = await listOperators(grant);
  return { json: { operators }, text: operators.map(line).join("\n") };
}

function line({ name, roles, disabledAt, lastSeenAt, sessions }: OperatorView): string {
  const state = disabledAt ? `disabled since ${disabledAt}` : `${sessions.length} sessions`;
  const seen = lastSeenAt ? `last seen ${lastSeenAt}` : "never signed in";
  return [name.padEnd(20), roles.join(",").padEnd(24), state, seen].join("  ");
}

async function add(
  grant: Grant<"operator.manage">,
  command: Extract<OperatorCommand, { verb: "add" }>,
): Promise<CliAnswer> {
  const name = checked("name", operatorName, command.name);
  const roles = checked("roles", operatorRoles, command.roles);
  const password = checkedPassword(command.password);
  const created = await createOperator(grant, { name, roles, password });
  return {
    json: { id: created.id, name, roles, password: created.password },
    text: `Sign in as ${name} with password ${created.password}`,
  };
}

function checkedPassword(password: string | null | undefined): string | null {
  return password == null ? null : checked("password", chosenPassword, password);
}
