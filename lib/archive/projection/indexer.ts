import "server-only";
import type { Sql } from "postgres";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { describeLockHolder, describeOldestWriter } from "./blockers";
import { isCaptured } from "./captured";
import { checkNow } from "./check";
import { clearProjection } from "./clear";
import { applyDeltas } from "./deltas";
import { advanceHorizon } from "./horizon";
import { indexMarked } from "./index-dirty";
import { type IndexerContext, indexNextByTime, indexNextRows } from "./index-range";
import { followTime, markLateRows, markNewByTime } from "./late";
import { Occupants } from "./occupants";
import { Pace } from "./pace";
import { type IndexerState, readState, setProblem } from "./state";
import { retryUnknownOccupants } from "./unknown-occupants";
import { type Outcome, underLock } from "./write-batch";

/**
 * `worked`: there may be more at once. `idle`: nothing to do. `busy`: somebody deletes just now.
 * `waiting`: the database has not agreed to be indexed (or has no archive), so there is nothing to do.
 */
export type StepResult = "worked" | "idle" | "busy" | "waiting";

export type IndexerOptions = {
  /** How long a number must have been seen before it counts; tests that do not wait set 0. */
  settleSeconds?: number;
  log?: (line: string) => void;
};

const SECOND = 1_000;
const SAY_AFTER_SECONDS = 30;
/** Marks are also looked at while the first build runs, every so many batches. */
const MARKS_EVERY = 8;

/**
 * Keeps the projection true (design/data.md §1). Each step is one short piece of work that can be killed
 * anywhere; all it knows is in the database, so several indexers at once are safe, only wasteful.
 */
export class Indexer {
  private context: IndexerContext | null = null;
  private readonly pace = new Pace();
  private steps = 0;
  private busySince: number | null = null;
  private readonly last = { late: 0, wide: 0, occupants: Date.now() };
  private readonly settleSeconds: number;
  private readonly log: (line: string) => void;

  constructor(
    private readonly sql: Sql,
    options: IndexerOptions = {},
  ) {
    this.settleSeconds = options.settleSeconds ?? 2;
    this.log = options.log ?? (() => {});
  }

  async step(): Promise<StepResult> {
    const context = await this.open();
    if (!context || !(await isCaptured(this.sql, context.layout))) return this.forget();
    this.steps += 1;
    const state = await readState(this.sql);
    if (state.rebuild || state.layout !== context.layout.name) {
      return this.after(await this.startOver(context.layout), state);
    }
    const outcome = await this.work(context, state);
    return this.after(outcome, state);
  }

  private async work(context: IndexerContext, state: IndexerState): Promise<Outcome | "idle"> {
    if (this.steps % MARKS_EVERY === 0) {
      const marked = await indexMarked(context, this.pace.rows);
      if (marked.done !== "written" || marked.lines > 0) return marked;
    }
    const walked =
      context.layout.name === "prosody"
        ? await this.walkNumbers(context, state)
        : await this.walkTime(context, state);
    if (walked !== "idle") return walked;
    return this.tidy(context);
  }

  private async walkNumbers(
    context: IndexerContext,
    before: IndexerState,
  ): Promise<Outcome | "idle"> {
    const { sql, layout } = context;
    const waited = await advanceHorizon(sql, layout, this.settleSeconds);
    if (waited > SAY_AFTER_SECONDS) await setProblem(sql, await describeOldestWriter(sql));
    const state = await readState(sql);
    if (state.rebuild) return { done: "stale" };
    if (state.watermark < state.safeHigh) {
      return this.pace.measure(sql, !before.built, () =>
        indexNextRows(context, state, this.pace.rows),
      );
    }
    // With rows in the table and none of them safe yet, the build has not even begun.
    if (!state.built && (state.safeHigh > 0 || state.pendingHigh === null)) await this.finish();
    return "idle";
  }

  private async walkTime(context: IndexerContext, state: IndexerState): Promise<Outcome | "idle"> {
    const { sql, layout } = context;
    if (!state.built) {
      const outcome = await this.pace.measure(sql, true, () =>
        indexNextByTime(context, state, this.pace.rows),
      );
      if (outcome.done === "written" && outcome.end) await this.finish();
      return outcome;
    }
    const wide = this.due("wide", 60 * SECOND);
    await markNewByTime(sql, layout, wide ? 600 : 10, this.pace.rows);
    return "idle";
  }

  /** What is left when there are no new rows: marks, counts, late rows, rooms, a check now and then. */
  private async tidy(context: IndexerContext): Promise<Outcome | "idle"> {
    const { sql, layout } = context;
    if (layout.name === "prosody" && this.due("late", 60 * SECOND)) await markLateRows(sql, layout);
    const [left] = await sql<{ marks: boolean; deltas: boolean }[]>`
      select exists (select from console.dirty) as marks, exists (select from console.delta) as deltas`;
    if (left?.marks) {
      const outcome = await indexMarked(context, this.pace.rows);
      if (layout.name === "reference") await followTime(sql);
      return outcome;
    }
    if (left?.deltas) {
      return underLock(sql, layout, { stillWanted: (it) => !it.rebuild, write: applyDeltas });
    }
    if (this.due("occupants", 5 * SECOND)) await retryUnknownOccupants(context);
    const found = await checkNow(context);
    if (found) this.log(found);
    return "idle";
  }

  private async finish(): Promise<void> {
    const { count } = await this.sql`
      update console.indexer_state set built_at = clock_timestamp() where one and built_at is null`;
    if (count > 0) this.log("The index of the archive is complete.");
  }

  private startOver(layout: Layout): Promise<Outcome> {
    return underLock(this.sql, layout, {
      stillWanted: (now) => now.rebuild || now.layout !== layout.name,
      write: async (tx) => {
        await clearProjection(tx, layout.name);
        await tx`update console.indexer_state set build_started_at = clock_timestamp() where one`;
        this.log("The index of the archive is built.");
        return 0;
      },
    });
  }

  private async after(outcome: Outcome | "idle", state: IndexerState): Promise<StepResult> {
    if (outcome !== "idle" && outcome.done === "busy") {
      this.busySince ??= Date.now();
      if (Date.now() - this.busySince > SAY_AFTER_SECONDS * SECOND) {
        await setProblem(this.sql, await describeLockHolder(this.sql));
      }
      return "busy";
    }
    this.busySince = null;
    if (outcome === "idle") return "idle";
    if (outcome.done === "written" && state.problem?.startsWith("Waiting for")) {
      await setProblem(this.sql, null);
    }
    return "worked";
  }

  private async open(): Promise<IndexerContext | null> {
    if (this.context) return this.context;
    const layout = await detectLayout(this.sql);
    if (!layout) return null;
    this.context = { sql: this.sql, layout, occupants: new Occupants(this.sql, layout) };
    return this.context;
  }

  private forget(): StepResult {
    this.context = null;
    return "waiting";
  }

  private due(what: keyof typeof this.last, everyMs: number): boolean {
    if (Date.now() - this.last[what] < everyMs) return false;
    this.last[what] = Date.now();
    return true;
  }
}
