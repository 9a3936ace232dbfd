import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { markTargetsOfRange } from "../marks";
import { buildIndex, missingIndexes } from "../message-indexes";
import { type BuildStep, type IndexerState, setProblem } from "../state";
import { type Outcome, underLock } from "../write-batch";
import { openBuilder } from "./builder";
import { countEverything } from "./counts";
import { RangeQueue } from "./range-queue";
import type { Readers } from "./readers";

const WRITTEN: Outcome = { done: "written", lines: 0 };
const MARKED_AT_ONCE = 20_000;

/**
 * The first build of a large archive (data.md §7): lines without indexes, then the indexes, then counts. Each
 * step is short or goes on by itself, and may be killed anywhere: how far it is stands in the database. The
 * owner's connection keeps other workers away; it ends with its process.
 */
export class Build {
  private owner: Sql | null = null;
  private readonly queue: RangeQueue;
  private marked = { generation: -1, to: 0 };

  constructor(
    private readonly sql: Sql,
    private readonly layout: Layout,
    private readonly readers: Readers,
  ) {
    this.queue = new RangeQueue(sql, layout, readers);
  }

  /** `idle`: nothing to do, or another worker builds. */
  async step(state: IndexerState): Promise<Outcome | "idle"> {
    const owner = await this.open();
    if (!owner) return "idle";
    switch (state.step) {
      case "rows":
        return this.rows(state);
      case "indexes":
        return (await this.buildNext(owner, ["pages"])) ?? this.go(state, "marks");
      case "marks":
        return this.marks(state);
      case "counts":
        return (await countEverything(owner, state.generation)) ? WRITTEN : { done: "stale" };
      default:
        return (await this.buildNext(owner, ["pages", "words"])) ?? this.go(state, null);
    }
  }

  /** Statistics at once: how a search is walked depends on them. */
  async analyze(): Promise<void> {
    for (const table of ["message", "owner", "conversation", "party"]) {
      await (await this.open())?.unsafe(`analyze console.${table}`);
    }
  }

  async close(): Promise<void> {
    const { owner } = this;
    this.owner = null;
    this.queue.drop();
    this.readers.close();
    await owner?.end({ timeout: 2 });
  }

  private async open(): Promise<Sql | null> {
    if (this.owner) return this.owner;
    // The lock goes with the connection.
    this.owner = await openBuilder(() => {
      this.owner = null;
    });
    return this.owner;
  }

  private async rows(state: IndexerState): Promise<Outcome | "idle"> {
    if (state.watermark < state.safeHigh) return this.queue.writeNext(state);
    // With rows in the table and none of them safe yet, the build has not even begun.
    if (state.safeHigh === 0 && state.pendingHigh !== null) return "idle";
    this.queue.drop();
    return this.go(state, "indexes");
  }

  /** CONCURRENTLY waits for transactions that are older; nobody waits for us meanwhile. */
  private async buildNext(owner: Sql, uses: string[]): Promise<Outcome | null> {
    const next = (await missingIndexes(this.sql)).find((it) => uses.includes(it.use));
    if (!next) return null;
    await buildIndex(owner, next);
    return WRITTEN;
  }

  private async marks(state: IndexerState): Promise<Outcome> {
    const after = this.marked.generation === state.generation ? this.marked.to : 0;
    const [end] = await this.sql<{ to: number | null }[]>`
      select max(sort_id)::float8 as to from (
        select sort_id from console.message where sort_id > ${after}::bigint
        order by sort_id limit ${MARKED_AT_ONCE}) next`;
    const to = end?.to ?? null;
    if (to === null) return this.go(state, "counts");
    const { sql, layout } = this;
    const outcome = await underLock(sql, layout, {
      stillWanted: (now) => now.generation === state.generation && now.step === "marks",
      async write(tx) {
        await markTargetsOfRange(tx, layout, { after, to });
        return 0;
      },
    });
    if (outcome.done === "written") this.marked = { generation: state.generation, to };
    return outcome;
  }

  private async go(state: IndexerState, to: BuildStep | null): Promise<Outcome> {
    await this.sql`
      update console.indexer_state set step = ${to}::text,
        built_at = case when ${to === null} then clock_timestamp() end
      where one and generation = ${state.generation} and step = ${state.step}::text`;
    if (to === null) await setProblem(this.sql, null);
    return WRITTEN;
  }
}
