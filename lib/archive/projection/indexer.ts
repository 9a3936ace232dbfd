import "server-only";
import type { Sql } from "postgres";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { describeLockHolder, describeOldestWriter } from "./blockers";
import { Build } from "./bulk/build";
import { repairIndexes } from "./bulk/builder";
import { type Readers, readHere, readInThreads } from "./bulk/readers";
import type { ReadingThread } from "./bulk/reading-thread";
import { isCaptured } from "./captured";
import { checkNow } from "./check";
import { advanceHorizon } from "./horizon";
import { indexMarked } from "./index-dirty";
import { type IndexerContext, indexNextByTime, indexNextRows } from "./index-range";
import { followTime, markLateRows, markNewByTime } from "./late";
import { applyNotes, hasNotes } from "./notes";
import { Occupants } from "./occupants";
import { Pace } from "./pace";
import { settleDoubts } from "./parties";
import { mustStartOver, startOver } from "./start-over";
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
  /** The first build of an archive with this many rows does without indexes until its end. */
  largeRows?: number;
  /** Threads that read for such a build; without them it is done in this one. */
  readingThreads?: () => ReadingThread[];
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
  private readonly last = { late: 0, wide: 0, indexes: 0, occupants: Date.now() };
  private readonly settleSeconds: number;
  private readonly log: (line: string) => void;
  private build: Build | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly options: IndexerOptions = {},
  ) {
    this.settleSeconds = options.settleSeconds ?? 2;
    this.log = options.log ?? (() => {});
  }

  async step(): Promise<StepResult> {
    const context = await this.open();
    if (!context || !(await isCaptured(this.sql, context.layout))) return this.forget();
    this.steps += 1;
    const state = await readState(this.sql);
    if (mustStartOver(state, context.layout)) {
      return this.after(await this.startOver(context.layout), state);
    }
    if (state.step !== null) return this.after(await this.buildLarge(context), state);
    const outcome = await this.work(context, state);
    if (outcome !== "idle" && outcome.done === "written" && outcome.lines > 0) {
      await this.sql`select console.clean_search_index()`;
    }
    return this.after(outcome, state);
  }

  /** Lets go of what a large build holds; the next step takes it up again. */
  async close(): Promise<void> {
    const { build } = this;
    this.build = null;
    await build?.close();
  }

  private async buildLarge({ sql, layout }: IndexerContext): Promise<Outcome | "idle"> {
    this.build ??= new Build(sql, layout, this.readers(layout));
    try {
      await this.advance(layout);
      const outcome = await this.build.step(await readState(sql));
      if ((await readState(sql)).step !== null) return outcome;
      this.log("The index of the archive is complete.");
      await this.build.analyze();
      this.last.indexes = 0;
      await this.close();
      return outcome;
    } catch (error) {
      await this.close();
      throw error;
    }
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

  private readers(layout: Layout): Readers {
    const threads = this.options.readingThreads?.() ?? [];
    return threads.length > 0 ? readInThreads(threads) : readHere(this.sql, layout);
  }

  private async walkNumbers(
    context: IndexerContext,
    before: IndexerState,
  ): Promise<Outcome | "idle"> {
    const { sql, layout } = context;
    await this.advance(layout);
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

  private async advance(layout: Layout): Promise<void> {
    const waited = await advanceHorizon(this.sql, layout, this.settleSeconds);
    if (waited > SAY_AFTER_SECONDS) {
      await setProblem(this.sql, await describeOldestWriter(this.sql));
    }
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
    const [left] = await sql<{ marks: boolean; notes: boolean }[]>`
      select exists (select from console.dirty) as marks, ${hasNotes(sql)} as notes`;
    if (left?.marks) {
      const outcome = await indexMarked(context, this.pace.rows);
      if (layout.name === "reference") await followTime(sql);
      return outcome;
    }
    if (left?.notes) {
      return underLock(sql, layout, { stillWanted: (it) => !it.rebuild, write: applyNotes });
    }
    if (this.due("indexes", 60 * SECOND) && (await repairIndexes(sql))) {
      this.last.indexes = 0;
      return { done: "written", lines: 0 };
    }
    const doubted = await this.settleDoubts(layout);
    if (doubted) return doubted;
    if (this.due("occupants", 5 * SECOND)) await retryUnknownOccupants(context);
    const found = await checkNow(context);
    if (found) this.log(found);
    return "idle";
  }

  /** Names that nobody may bear any more; null: there are none. */
  private async settleDoubts(layout: Layout): Promise<Outcome | null> {
    const [left] = await this.sql`select from console.party where doubtful limit 1`;
    if (!left) return null;
    return underLock(this.sql, layout, { stillWanted: (it) => !it.rebuild, write: settleDoubts });
  }

  private async finish(): Promise<void> {
    const { count } = await this.sql`
      update console.indexer_state set built_at = clock_timestamp() where one and built_at is null`;
    if (count > 0) this.log("The index of the archive is complete.");
  }

  private async startOver(layout: Layout): Promise<Outcome> {
    const outcome = await startOver(this.sql, layout, this.options.largeRows);
    if (outcome.done === "written") this.log("The index of the archive is built.");
    return outcome;
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
