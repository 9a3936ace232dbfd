import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { JsonObject } from "@/lib/audit/canonical";
import { openJobConnection } from "@/lib/jobs/connection";
import { JobFailure } from "@/lib/jobs/failure";
import type { JobContext, JobHandler, JobHandlers } from "@/lib/jobs/handler";
import { layout as findLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { needsKinds } from "../passes";
import type { Pass } from "../views";
import { countPass, deleteBatch } from "./batch";
import { Latency } from "./latency";
import { probesOf } from "./probes";
import { type RunSums, readRun, sumsOf } from "./record";

const DAY = 86_400;
const LOCK_TIMEOUT_MS = 2_000;
const PAUSED_MS = 1_000;

/** INDEX_CLEANUP ON, or dead entries stay in the indexes; TRUNCATE OFF, or the one lock that stops Prosody. */
const vacuum = (table: string) => `vacuum (index_cleanup on, truncate off) ${table}`;

type Work = { context: JobContext; sql: Sql; layout: Layout; runId: string; latency: Latency };

/**
 * Walks the passes of a run, each batch a transaction of its own, and tidies the table up afterwards. As the
 * role that acts for Prosody's owner: the worker's own role may not delete there at all. Safe to repeat: it goes
 * on where the record says.
 */
const runRetention: JobHandler = async (context) => {
  const runId = String(context.params.run);
  const layout = await findLayout();
  const sql = openJobConnection(context.id, LOCK_TIMEOUT_MS);
  const watch = openJobConnection(context.id, LOCK_TIMEOUT_MS);
  const latency = await Latency.watch(probesOf(watch, layout));
  try {
    const run = await readRun(sql, runId);
    if (needsKinds(run.passes) && !(await isProjected())) throw new JobFailure("retention-kinds");
    const work = { context, sql, layout, runId, latency };
    for (const [number, pass] of run.passes.entries()) {
      const before = run.askedAt - pass.days * DAY;
      const place = { runId, number, pass, before };
      if (run.dryRun) await countPass(sql, layout, place);
      else await deletePass(work, number, pass, before);
      await report(work, number, run.passes.length, run.dryRun ? "count" : "delete");
    }
    const sums = await sumsOf(sql, runId);
    if (sums.deleted > 0) await sql.unsafe(vacuum(layout.table));
    return { ...resultOf(runId, sums), dryRun: run.dryRun };
  } finally {
    // Also what a cancelled run did is known.
    context.remain(resultOf(runId, await sumsOf(sql, runId).catch(() => NOTHING)));
    await latency.end();
    await Promise.all([sql.end({ timeout: 2 }), watch.end({ timeout: 2 })]);
  }
};

export const RETENTION_HANDLERS = {
  "retention.run": runRetention,
} as const satisfies Partial<JobHandlers>;

const NOTHING: RunSums = { expired: 0, held: 0, deleted: 0, through: 0, perHost: [] };

function resultOf(run: string, { expired, held, deleted, perHost }: RunSums): JsonObject {
  return { run, expired, held, deleted, perHost };
}

async function deletePass(work: Work, number: number, pass: Pass, before: number): Promise<void> {
  const { context, sql, layout, runId, latency } = work;
  for (;;) {
    context.signal.throwIfAborted();
    const { passes, paused, done } = await readRun(sql, runId, number);
    if (done) return;
    if (paused) {
      await report(work, number, passes.length, "paused");
      await sleep(PAUSED_MS, undefined, { signal: context.signal });
      continue;
    }
    const through = await deleteBatch(sql, layout, { runId, number, pass, before });
    const { pauseMs, watched } = latency.next();
    await report(work, number, passes.length, watched ? "delete" : "delete-unwatched");
    if (through) return;
    await sleep(pauseMs, undefined, { signal: context.signal });
  }
}

async function report(work: Work, pass: number, passes: number, phase: string): Promise<void> {
  const { deleted, through } = await sumsOf(work.sql, work.runId);
  // Rows say more than passes; how many there will be is not known before the end.
  const counted = phase === "count" || passes === 0;
  work.context.report({
    done: counted ? through : deleted,
    total: counted ? passes : null,
    unit: counted ? "steps" : "rows",
    phase: pass < passes ? phase : null,
    waitsFor: null,
  });
}
