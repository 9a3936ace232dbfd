import "server-only";
import { type Command, type Invocation, namedWords, UsageError } from "./command";
import { type OperatorCommand, runOperator } from "./operator";

const CHANGES = ["add", "reset", "roles", "disable", "enable", "sign-out"] as const;
type Change = (typeof CHANGES)[number];

/** `muniment operator …`. */
export const operatorCommand: Command = {
  summary: "list, add, disable, enable, reset operators; change roles; sign out",
  usage:
    "operator list | operator add NAME --role ROLE [--role ROLE] | operator roles NAME --role ROLE | operator disable|enable|reset|sign-out NAME",
  help: "add and reset print a new password once. disable and sign-out bind the operator's next request.\nRoles: admin, compliance, support, auditor.",
  options: { role: { type: "string", multiple: true } },
  question(invocation) {
    const command = commandOf(invocation);
    return command.verb === "list" ? null : QUESTIONS[command.verb](command.name);
  },
  run: (invocation) => runOperator(invocation.actor, commandOf(invocation)),
};

const QUESTIONS: Record<Change, (name: string) => string> = {
  add: (name) => `Create the operator ${name}?`,
  reset: (name) => `Give ${name} a new password and end every session?`,
  roles: (name) => `Change the roles of ${name}?`,
  disable: (name) => `Disable ${name} and end every session?`,
  enable: (name) => `Let ${name} sign in again?`,
  "sign-out": (name) => `End every session of ${name}?`,
};

function commandOf({ words, options }: Invocation): OperatorCommand {
  const verb = words[0];
  if (verb === "list") {
    namedWords(words, "list");
    return { verb };
  }
  const change = CHANGES.find((it) => it === verb);
  if (!change) throw new UsageError(`operator has list, ${CHANGES.join(", ")}.`);
  const { NAME } = namedWords(words, "verb", "NAME");
  if (change !== "add" && change !== "roles") return { verb: change, name: NAME };
  const roles = Array.isArray(options.role) ? options.role : [];
  if (roles.length === 0) throw new UsageError("Give at least one --role.");
  return { verb: change, name: NAME, roles };
}
