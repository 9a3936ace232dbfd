import "server-only";
import type { Sql } from "postgres";

const FEWEST = 250;
const MOST = 4_000;
/** A batch takes this long in all; about a third of it under the lock. */
const AIM_MS = 250;
const SAY_EVERY_MS = 2_000;

/** How many rows a batch may have so that the lock is held well under 200 ms; and how fast that is. */
export class Pace {
  rows = 1_000;
  private perSecond = 0;
  private saidAt = 0;

  /** `building`: the rate is written down now and then, for "how long still". */
  async measure<T extends { done: string }>(
    sql: Sql,
    building: boolean,
    batch: () => Promise<T>,
  ): Promise<T> {
    const rows = this.rows;
    const start = performance.now();
    const outcome = await batch();
    const elapsed = performance.now() - start;
    if (outcome.done !== "written") return outcome;
    const fitting = (rows * AIM_MS) / Math.max(elapsed, 1);
    this.rows = Math.round(Math.min(MOST, rows * 2, Math.max(FEWEST, fitting)));
    if (building) await this.say(sql, (rows * 1_000) / Math.max(elapsed, 1));
    return outcome;
  }

  private async say(sql: Sql, perSecond: number): Promise<void> {
    this.perSecond = this.perSecond === 0 ? perSecond : this.perSecond * 0.9 + perSecond * 0.1;
    if (Date.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = Date.now();
    await sql`update console.indexer_state set rate = ${Math.round(this.perSecond)}::int where one`;
  }
}
