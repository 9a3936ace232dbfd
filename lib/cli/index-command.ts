import "server-only";
import { requestRebuild } from "@/lib/archive/projection/rebuild";
import { type ProjectionStatus, projectionStatus } from "@/lib/archive/projection/status";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { formatDuration } from "@/lib/format/duration";
import { formatEstimate, formatNumber } from "@/lib/format/number";
import { type Answer, type Command, namedWords } from "./command";
import { waitForIndex } from "./wait-for-index";

/** `muniment index`: how far the indexer is; with options also has it start over, and waits for it. */
export const indexCommand: Command = {
  summary: "how far the index is; --rebuild has it built anew, --wait waits until it is complete",
  usage: "index [--wait] [--rebuild] [--yes]",
  help: "--wait returns when the index is built and holds every message that was stored when it was\ncalled; exit 1 when nobody builds it. --rebuild empties the index, which the worker then builds\nanew: meanwhile pages are read from Prosody's own indexes.",
  options: { wait: { type: "boolean" }, rebuild: { type: "boolean" } },
  question: ({ options }) =>
    options.rebuild === true
      ? "Build the index anew? Until it is complete, pages are slower and show no counts."
      : null,
  run({ actor, words, options, terminal }) {
    namedWords(words);
    return runIndex({
      actor,
      wait: options.wait === true,
      rebuild: options.rebuild === true,
      log: (line) => terminal.error(`${line}\n`),
    });
  },
};

type IndexOptions = {
  actor: Operator;
  wait: boolean;
  rebuild: boolean;
  log: (line: string) => void;
};

async function runIndex({ actor, wait, rebuild, log }: IndexOptions): Promise<Answer> {
  grantFor(actor, "archive.browse");
  if (rebuild) await requestRebuild(grantFor(actor, "storage.maintain"));
  if (!wait) return answer(await projectionStatus());
  const { status, reached } = await waitForIndex((it) => log(progressLine(it)));
  return { ...answer(status), ok: reached };
}

function answer(status: ProjectionStatus): Answer {
  const { layout, watermark, lagRows, problem } = status;
  const lines = [
    `Layout     ${layout}`,
    `Index      ${progressLine(status)}`,
    `Watermark  ${watermark}`,
    `Behind     ${formatNumber(lagRows)} rows`,
    ...(problem === null ? [] : [`Problem    ${problem}`]),
  ];
  return { json: status, text: lines.join("\n") };
}

function progressLine(status: ProjectionStatus): string {
  const { state, builtRows, totalRows, ratePerSecond, secondsLeft } = status;
  if (state !== "building") return state;
  const rate = ratePerSecond > 0 ? `, ${formatNumber(ratePerSecond)} rows/s` : "";
  const left = secondsLeft === null ? "" : `, ${formatDuration(secondsLeft)} left`;
  return `building, ${formatNumber(builtRows)} of ${formatEstimate(totalRows)} rows${rate}${left}`;
}
