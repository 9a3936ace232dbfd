import "server-only";
import { type Command, type Invocation, namedWords, textOption, UsageError } from "./command";
import { type PolicyCommand, runPolicy } from "./policy";

/** `muniment policy …`. */
export const policyCommand: Command = {
  summary:
    "settings of Prosody's archives: what is in force, a draft, what it deletes, the way back",
  usage:
    "policy get [NAME] [--host H] | policy set NAME VALUE|none [--host H] | policy preset high-performance|compliance|privacy [--host H] | policy diff | policy apply [--reason TEXT] | policy history | policy rollback N",
  help: "set, preset and rollback put changes into the draft that all operators share; diff shows what it writes and\ndeletes; apply writes it, with a reason. Periods are days (270d) or never; none takes our line out.\nrollback 0 leads back to before the first version.",
  options: { host: { type: "string" }, reason: { type: "string" } },
  question(invocation) {
    const command = commandOf(invocation);
    return command.verb === "apply" ? "Write the draft into Prosody's configuration?" : null;
  },
  run: (invocation) => runPolicy(invocation.actor, commandOf(invocation)),
};

function commandOf(invocation: Invocation): PolicyCommand {
  const { words } = invocation;
  const host = textOption(invocation, "host");
  switch (words[0]) {
    case "get":
      if (words.length > 1)
        return { verb: "get", name: namedWords(words, "verb", "NAME").NAME, host };
      return { verb: "get", name: null, host };
    case "set": {
      const { NAME, VALUE } = namedWords(words, "verb", "NAME", "VALUE");
      return { verb: "set", name: NAME, value: VALUE, host: host ?? "*" };
    }
    case "preset":
      return {
        verb: "preset",
        preset: namedWords(words, "verb", "PRESET").PRESET,
        host: host ?? "*",
      };
    case "apply":
      namedWords(words, "verb");
      return { verb: "apply", reason: textOption(invocation, "reason") };
    case "rollback":
      return { verb: "rollback", id: wholeNumber(namedWords(words, "verb", "N").N) };
    case "diff":
    case "history":
      namedWords(words, "verb");
      return { verb: words[0] };
    default:
      throw new UsageError("policy has get, set, preset, diff, apply, history, rollback.");
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${text} is no number of a version.`);
  return Number(text);
}
