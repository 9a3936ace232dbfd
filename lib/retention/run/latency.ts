import "server-only";
import type { Sql } from "postgres";

const SAMPLE_MS = 200;
const LEAST_PAUSE_MS = 10;
const MOST_PAUSE_MS = 2_000;
/** What cannot be watched is not hurried: about 8,000 rows a second. */
export const FIXED_PAUSE_MS = 500;
/** Somebody's statement that is older than this is waiting, perhaps for us. */
const SLOW_MS = 50;

/** How long the oldest statement of others in this database runs or waits for a lock; null: not shown to us. */
export async function oldestStatementMs(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ hidden: boolean; ms: number }[]>`
    select coalesce(bool_or(query = '<insufficient privilege>'), false) as hidden,
      coalesce(max(extract(epoch from clock_timestamp() - query_start) * 1000)
        filter (where state = 'active'), 0)::float8 as ms
    from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and application_name not like 'muniment %' and pid <> pg_backend_pid()`;
  return !row || row.hidden ? null : row.ms;
}

/** Slows down while others wait and speeds up again when they do not (data.md §4). */
export class Latency {
  private worst: number | null = 0;
  private pauseMs = LEAST_PAUSE_MS;
  private over = false;
  private readonly watching: Promise<void>;

  constructor(private readonly watch: Sql) {
    this.watching = this.sample();
  }

  private async sample(): Promise<void> {
    while (!this.over) {
      const ms = await oldestStatementMs(this.watch).catch(() => null);
      this.worst = ms === null || this.worst === null ? null : Math.max(this.worst, ms);
      await new Promise((done) => setTimeout(done, SAMPLE_MS));
    }
  }

  /** How long to pause before the next batch, and whether anything is known of the others. */
  next(): { pauseMs: number; watched: boolean } {
    const { worst } = this;
    this.worst = 0;
    if (worst === null) return { pauseMs: FIXED_PAUSE_MS, watched: false };
    this.pauseMs = nextPause(this.pauseMs, worst);
    return { pauseMs: this.pauseMs, watched: true };
  }

  async end(): Promise<void> {
    this.over = true;
    await this.watching;
  }
}

/** Twice the pause while somebody waits, half of it when nobody does. */
export function nextPause(pauseMs: number, worstMs: number): number {
  return worstMs > SLOW_MS
    ? Math.min(pauseMs * 2, MOST_PAUSE_MS)
    : Math.max(pauseMs / 2, LEAST_PAUSE_MS);
}
