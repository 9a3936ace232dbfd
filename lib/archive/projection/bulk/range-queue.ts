import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { IndexerState } from "../state";
import { type Outcome, underLock } from "../write-batch";
import { planRanges, type Range } from "./range";
import type { ReadRange } from "./range-reader";
import type { Readers } from "./readers";
import { writeRange } from "./write-range";

const FEWEST = 2_000;
const MOST = 10_000;
/** The lock is held this long for a range: deletes wait for it. */
const AIM_MS = 150;
const SAY_EVERY_MS = 2_000;

type Ahead = { range: Range; read: Promise<ReadRange> };

/** Ranges that are read in advance and written in their order. */
export class RangeQueue {
  private ahead: Ahead[] = [];
  private planned: Range[] = [];
  private generation = -1;
  private rows = 4_000;
  private written = 0;
  private since = 0;
  private saidAt = 0;

  constructor(
    private readonly sql: Sql,
    private readonly layout: Layout,
    private readonly readers: Readers,
  ) {}

  /** Writes what comes next after the watermark. */
  async writeNext(state: IndexerState): Promise<Outcome> {
    const first = this.ahead[0]?.range.after ?? this.planned[0]?.after;
    if (this.generation !== state.generation || first !== state.watermark) this.drop();
    this.generation = state.generation;
    await this.fill(state);
    const next = this.ahead[0];
    if (!next) return { done: "stale" };
    const read = await next.read.catch((error: unknown) => {
      this.drop();
      throw error;
    });
    const start = performance.now();
    const outcome = await underLock(this.sql, this.layout, {
      stillWanted: (now) =>
        !now.rebuild &&
        now.step === "rows" &&
        now.generation === state.generation &&
        now.watermark === state.watermark,
      write: (tx) => writeRange(tx, this.layout, next.range, read),
    });
    if (outcome.done === "written") await this.done(read.ids.length, performance.now() - start);
    return outcome;
  }

  /** What is being read is read to its end, and thrown away. */
  drop(): void {
    for (const { read } of this.ahead) read.catch(() => {});
    this.ahead = [];
    this.planned = [];
    this.since = 0;
  }

  private async fill({ watermark, safeHigh, generation }: IndexerState): Promise<void> {
    while (this.ahead.length < this.readers.ahead) {
      if (this.planned.length === 0) {
        const after = this.ahead.at(-1)?.range.to ?? watermark;
        if (after >= safeHigh) return;
        const range = { after, to: safeHigh };
        this.planned = await planRanges(this.sql, this.layout, range, this.rows);
      }
      const range = this.planned.shift();
      if (!range) return;
      const read = this.readers.read(range, generation);
      read.catch(() => {});
      this.ahead.push({ range, read });
    }
  }

  private async done(rows: number, elapsedMs: number): Promise<void> {
    this.ahead.shift();
    if (rows > 0) {
      const fitting = (rows * AIM_MS) / Math.max(elapsedMs, 1);
      const gently = (this.rows * 3 + Math.min(fitting, MOST)) / 4;
      this.rows = Math.round(Math.max(FEWEST, gently));
    }
    const now = Date.now();
    if (this.since === 0) {
      this.since = now;
      this.written = 0;
    } else this.written += rows;
    if (now - this.saidAt < SAY_EVERY_MS || now === this.since) return;
    this.saidAt = now;
    const rate = Math.round((this.written * 1_000) / (now - this.since));
    await this.sql`update console.indexer_state set rate = ${rate}::int where one`;
  }
}
