import "server-only";
import { runAudit } from "./audit";
import { type Command, type Invocation, namedWords, textOption, UsageError } from "./command";

/** `muniment audit list|verify`. */
export const auditCommand: Command = {
  summary: "list the trail, or verify that nothing in it was changed",
  usage:
    "audit list [--operator NAME] [--action NOUN.VERB] [--subject JID] [--from TIME] [--to TIME] [--before SEQ] [--limit N] | audit verify",
  help: "list: newest first, 100 entries. verify: recomputes the chain; exit 1 names the first bad entry.\nTimes are ISO 8601 with zone, both inclusive.",
  options: {
    operator: { type: "string" },
    action: { type: "string" },
    subject: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    before: { type: "string" },
    limit: { type: "string" },
  },
  run(invocation) {
    const { verb } = namedWords(invocation.words, "verb");
    if (verb === "verify") return runAudit(invocation.actor, { verb });
    if (verb !== "list") throw new UsageError(`audit has list and verify, not ${verb}.`);
    return runAudit(invocation.actor, { verb, filter: filterOf(invocation) });
  },
};

function filterOf(invocation: Invocation) {
  return {
    operator: textOption(invocation, "operator"),
    action: textOption(invocation, "action"),
    subject: textOption(invocation, "subject"),
    from: timeOption(invocation, "from"),
    to: timeOption(invocation, "to"),
    before: numberOption(invocation, "before"),
    limit: numberOption(invocation, "limit"),
  };
}

function numberOption(invocation: Invocation, name: string): number | null {
  const text = textOption(invocation, name);
  if (text !== null && !/^\d{1,15}$/.test(text)) throw new UsageError(`--${name} is a number.`);
  return text === null ? null : Number(text);
}

function timeOption(invocation: Invocation, name: string): string | null {
  const text = textOption(invocation, name);
  if (text !== null && !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new UsageError(`--${name} is a time like 2026-03-01T00:00:00Z.`);
  }
  return text;
}
