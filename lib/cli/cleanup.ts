import "server-only";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { getJob } from "@/lib/jobs/queries";
import { startRun } from "@/lib/retention/run/start";
import { listRuns } from "@/lib/retention/runs";
import { type Answer, type Command, namedWords, textOption } from "./command";
import { finishJobs } from "./finish-jobs";
import { isoTime, table } from "./output";

/** `muniment cleanup`: what the retention page would run, waited for. */
export const cleanup: Command = {
  summary: "delete what the rules of retention say (--dry-run: only count it)",
  usage: "cleanup [--host H] [--dry-run] [--yes]",
  help: "In small batches, at the pace that Prosody's writes allow. What a legal hold names stays. Where that is\nmuch, a second person is asked instead; run it again when they have said yes.",
  options: { host: { type: "string" }, "dry-run": { type: "boolean" } },
  question: ({ options }) =>
    options["dry-run"] === true ? null : "Delete what is older than the rules of retention allow?",
  run(invocation) {
    const { actor, words, options, terminal } = invocation;
    namedWords(words);
    const host = textOption(invocation, "host")?.toLowerCase() ?? null;
    return run(actor, { host, dryRun: options["dry-run"] === true }, (line) =>
      terminal.error(`${line}\n`),
    );
  },
};

type Asked = { host: string | null; dryRun: boolean };

async function run(actor: Operator, asked: Asked, log: (line: string) => void): Promise<Answer> {
  const started = await startRun(grantFor(actor, "retention.run"), asked);
  if ("approval" in started) {
    const from = isoTime(started.ripeAt);
    const json = { approval: started.approval, holdsFrom: from, run: null };
    const text = `That is much: a second person has been asked (request ${started.approval}).`;
    return {
      json,
      text: from ? `${text} Nobody else can, so it holds from ${from}.` : text,
      ok: false,
    };
  }
  const read = grantFor(actor, "storage.read");
  await finishJobs(read, [started.job], log);
  const { state } = await getJob(read, started.job);
  const runs = await listRuns(grantFor(actor, "retention.read"));
  const perHost = runs.find(({ id }) => id === started.run)?.perHost ?? [];
  const sum = (name: "expired" | "held" | "deleted") =>
    perHost.reduce((all, it) => all + it[name], 0);
  const sums = { expired: sum("expired"), held: sum("held"), deleted: sum("deleted") };
  return {
    json: { run: started.run, state, dryRun: asked.dryRun, ...sums, perHost },
    text: table(
      ["HOST", "EXPIRED", "HELD", "DELETED"],
      [
        ...perHost.map((it) => [it.host, it.expired, it.held, it.deleted]),
        ["all", sums.expired, sums.held, sums.deleted],
      ],
    ),
    ok: state === "done",
  };
}
