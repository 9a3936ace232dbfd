import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";

const LEAST_PAUSE_MS = 10;
const MOST_PAUSE_MS = 2_000;
/** What cannot be watched is not hurried: about 8,000 rows a second. */
export const FIXED_PAUSE_MS = 500;
/** Whoever waits longer than this waits perhaps for us. */
const SLOW_MS = 50;

/**
 * How long the oldest statement of Prosody's runs or waits for a lock; null: not shown to us. Prosody is who owns
 * the archive or may write there; a report that only reads, a dump and we ourselves are not.
 */
export async function oldestStatementMs(sql: Sql, table: string): Promise<number | null> {
  const [row] = await sql<{ hidden: boolean; ms: number }[]>`
    select coalesce(bool_or(a.query = '<insufficient privilege>'), false) as hidden,
      coalesce(max(extract(epoch from clock_timestamp() - a.query_start) * 1000)
        filter (where a.state = 'active'), 0)::float8 as ms
    from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
      join pg_class c on c.oid = to_regclass(${table})
    where a.datname = current_database()
      -- Hidden like the statement itself from whoever may not see it.
      and coalesce(a.backend_type, 'client backend') = 'client backend'
      and a.application_name not like 'muniment %' and a.application_name <> 'pg_dump'
      and a.pid <> pg_backend_pid()
      and (r.oid = c.relowner or (not r.rolsuper and has_table_privilege(r.oid, c.oid, 'INSERT')))`;
  return !row || row.hidden ? null : row.ms;
}

/** Says in milliseconds how long somebody waits; null: that cannot be known. Never throws. */
export type Probe = { everyMs: number; ask: () => Promise<number | null> };

/** Slows down while Prosody waits and speeds up again when it does not (data.md §4). */
export class Latency {
  /** The worst of each probe since it was last looked at; absent: nothing new. */
  private readonly fresh = new Map<Probe, number | null>();
  private readonly known = new Map<Probe, boolean>();
  private pauseMs = LEAST_PAUSE_MS;
  private readonly over = new AbortController();
  private watching: Promise<unknown> = Promise.resolve();

  /** After the first look of each probe: what nobody has looked at is not quiet. */
  static async watch(probes: readonly Probe[]): Promise<Latency> {
    const latency = new Latency();
    await Promise.all(probes.map((it) => latency.look(it)));
    latency.watching = Promise.all(probes.map((it) => latency.sample(it)));
    return latency;
  }

  /** How long to pause before the next batch, and whether anything is known of Prosody. */
  next(): { pauseMs: number; watched: boolean } {
    const watched = [...this.known.values()].some(Boolean);
    const news = [...this.fresh.values()].filter((ms) => ms !== null);
    this.fresh.clear();
    if (!watched) return { pauseMs: FIXED_PAUSE_MS, watched };
    // Between two looks nothing is learnt: a fast batch must not undo what the last look said.
    if (news.length > 0) this.pauseMs = nextPause(this.pauseMs, Math.max(...news));
    return { pauseMs: this.pauseMs, watched };
  }

  async end(): Promise<void> {
    this.over.abort();
    await this.watching;
  }

  private async look(probe: Probe): Promise<void> {
    const ms = await probe.ask();
    this.known.set(probe, ms !== null);
    const before = this.fresh.get(probe) ?? null;
    this.fresh.set(probe, ms === null ? before : Math.max(before ?? 0, ms));
  }

  private async sample(probe: Probe): Promise<void> {
    const { signal } = this.over;
    while (!signal.aborted) {
      await sleep(probe.everyMs, undefined, { signal }).catch(() => {});
      if (!signal.aborted) await this.look(probe);
    }
  }
}

/** Twice the pause while somebody waits, half of it when nobody does. */
export function nextPause(pauseMs: number, worstMs: number): number {
  return worstMs > SLOW_MS
    ? Math.min(pauseMs * 2, MOST_PAUSE_MS)
    : Math.max(pauseMs / 2, LEAST_PAUSE_MS);
}
