import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { ConsoleError } from "@/lib/errors";
import { getJob } from "@/lib/jobs/queries";
import type { JobView } from "@/lib/jobs/views";
import { requestMaintenance } from "@/lib/storage/commands/request-maintenance";
import { listNeededWork, type NeededWork } from "@/lib/storage/queries/needed";
import { type Command, namedWords } from "./command";
import { finishJobs } from "./finish-jobs";

type Action = NeededWork & {
  /** `advised`: to be done by whoever decides it; never done here. */
  state: JobView["state"] | "planned" | "advised" | "refused";
  job: string | null;
  result: JobView["result"];
  error: string | null;
};

/** `muniment optimize`: what the storage page would have done, one after the other. */
export const optimize: Command = {
  summary: "care for tables and indexes as far as they need it (--dry-run: only show it)",
  usage: "optimize [--dry-run] [--drop] [--yes]",
  help: "ANALYZE, VACUUM, and indexes that are missing or broken: concurrently, so that Prosody goes on.\nIndexes that only cost are named, and dropped with --drop. Jobs go on in the worker when this ends.",
  options: { "dry-run": { type: "boolean" }, drop: { type: "boolean" } },
  question: ({ options }) =>
    options["dry-run"] === true ? null : "Care for the tables and indexes that need it?",
  async run({ actor, words, options, terminal }) {
    namedWords(words);
    const read = grantFor(actor, "storage.read");
    const needed = await listNeededWork(read);
    const does = (it: NeededWork) => it.what !== "drop-index" || options.drop === true;
    const actions =
      options["dry-run"] === true
        ? needed.map((it) => planned(it, does(it) ? "planned" : "advised"))
        : await perform(grantFor(actor, "storage.maintain"), read, needed, does, (line) =>
            terminal.error(`${line}\n`),
          );
    const ok = actions.every((it) => !["failed", "cancelled", "refused"].includes(it.state));
    return { json: { actions }, text: toText(actions), ok };
  },
};

async function perform(
  grant: Grant<"storage.maintain">,
  read: Grant<"storage.read">,
  needed: NeededWork[],
  does: (work: NeededWork) => boolean,
  log: (line: string) => void,
): Promise<Action[]> {
  const actions: Action[] = [];
  for (const work of needed) {
    actions.push(does(work) ? await ask(grant, work) : planned(work, "advised"));
  }
  const ids = actions.flatMap((it) => it.job ?? []);
  await finishJobs(read, ids, log);
  return Promise.all(
    actions.map(async (it) => {
      if (it.job === null) return it;
      const { state, result, error } = await getJob(read, it.job);
      return { ...it, state, result, error: error?.message ?? null };
    }),
  );
}

/** Somebody may have asked for it already: that is no reason to leave the rest undone. */
async function ask(grant: Grant<"storage.maintain">, work: NeededWork): Promise<Action> {
  try {
    const { id } = await requestMaintenance(grant, { what: work.what, target: work.target });
    return { ...planned(work, "waiting"), job: id };
  } catch (error) {
    if (!(error instanceof ConsoleError) || error.code === "unavailable") throw error;
    return { ...planned(work, "refused"), error: error.message };
  }
}

function planned(work: NeededWork, state: Action["state"]): Action {
  return { ...work, state, job: null, result: null, error: null };
}

function toText(actions: Action[]): string {
  if (actions.length === 0) return "Nothing needs doing.";
  return actions
    .flatMap(({ what, target, reason, statement, state, error, result }) => [
      `${state.padEnd(9)} ${what} ${target} (${reason})`,
      ...(["planned", "advised"].includes(state) ? [`          ${statement};`] : []),
      ...(error === null ? [] : [`          ${error}`]),
      ...(Array.isArray(result?.statements)
        ? [`          as ${result.role}: ${result.statements.join(" ")}`]
        : []),
    ])
    .join("\n");
}
