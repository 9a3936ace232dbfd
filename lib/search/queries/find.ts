import "server-only";
import type { PendingQuery, Sql } from "postgres";
import type { Position } from "@/lib/archive/cursor";
import { cancellable } from "@/lib/db/cancel";
import { frequencyOf } from "@/lib/lexemes/positive";
import type { SearchOrder } from "../criteria";
import { type Frequencies, frequencies } from "./frequencies";
import { CONVERSATION_STEPS, planSteps, type Seen, type Step, WINDOWS, worthTaking } from "./plan";
import type { Scope } from "./scope";
import { type Ask, endOfWalk, findAll, findInWindow, findWalking, WINDOW_SECONDS } from "./steps";

export type Found = {
  rows: Position[];
  /** The statement timeout ended the last step: there may be more after these. */
  cut: boolean;
};

type Options = {
  order: SearchOrder;
  from: Position | null;
  limit: number;
  signal: AbortSignal | null;
  /** See PlanInput. */
  few?: number;
};

/**
 * The next matches in order, at most `limit`. Costs about the same at any size of the archive: which way
 * is cheap follows from how common the rarest word is (data.md §3).
 */
export async function findMatches(sql: Sql, scope: Scope, options: Options): Promise<Found> {
  if (isNothing(scope)) return { rows: [], cut: false };
  const search = new Search(sql, scope, options, await frequencies(sql));
  return search.run();
}

/** A filter that nothing can pass: a name that nobody has, an archive that is not opened. */
function isNothing({ owners, rowIds, allowed, range }: Scope): boolean {
  return (
    owners?.length === 0 ||
    rowIds?.length === 0 ||
    (allowed !== null && allowed.hosts.length + allowed.owners.length === 0) ||
    (range.from !== null && range.to !== null && range.from > range.to)
  );
}

class Search {
  private readonly rows: Position[] = [];
  private place: Position | null;
  private ended = false;
  private readonly seen: Seen = { rows: 0, hits: 0 };

  constructor(
    private readonly sql: Sql,
    private readonly scope: Scope,
    private readonly options: Options,
    private readonly known: Frequencies,
  ) {
    this.place = options.from;
  }

  async run(): Promise<Found> {
    const rows = await this.rowsInScope();
    const rowsInWindows = rows * shareOfWindows(this.known);
    for (const planned of this.steps(rows)) {
      if (this.ended || this.wanted <= 0) break;
      const step = worthTaking(planned, this.seen, { wanted: this.wanted, rowsInWindows });
      if (!step) continue;
      try {
        await this.take(step);
      } catch (error) {
        if (!isTimeout(error)) throw error;
        return { rows: this.rows, cut: true };
      }
    }
    return { rows: this.rows, cut: false };
  }

  private get wanted(): number {
    return this.options.limit - this.rows.length;
  }

  private steps(rows: number): Step[] {
    const { match, pieces, owners, rowIds, copies, is } = this.scope;
    if (rowIds || pieces) return [{ kind: "all" }];
    if (this.scope.peer !== null) return CONVERSATION_STEPS;
    const frequency = match ? frequencyOf(match, (it, prefix) => this.known.of(it, prefix)) : 1;
    const together = match?.op === "and" && match.of.length > 1;
    const slack = (together ? 12 : 3) * (copies === "one" ? 1.5 : 1) * (is.length > 0 ? 2 : 1);
    // Several archives are not in one order: their index of words is asked, or all of time is walked.
    const steps = planSteps({ frequency, rows, wanted: this.wanted, slack, few: this.options.few });
    return owners && owners.length > 1 ? steps.filter((it) => it.kind !== "walk") : steps;
  }

  private async rowsInScope(): Promise<number> {
    const { owners, rowIds } = this.scope;
    if (!owners || rowIds) return this.known.rows;
    const [row] = await this.sql<{ rows: number }[]>`
      select coalesce(sum(rows), 0)::float8 as rows from console.owner where id = any(${owners}::int[])`;
    return row?.rows ?? 0;
  }

  private async take(step: Step): Promise<void> {
    const ask: Ask = {
      scope: this.scope,
      order: this.options.order,
      from: this.place,
      limit: this.wanted,
    };
    if (step.kind === "all") {
      this.rows.push(...(await this.ask(findAll(this.sql, ask))));
      this.ended = true;
    } else if (step.kind === "walk") await this.walk(ask, step.rows);
    else await this.window(ask);
  }

  private async walk(ask: Ask, rows: number): Promise<void> {
    const found = await this.ask(findWalking(this.sql, ask, rows));
    this.rows.push(...found);
    this.seen.rows += rows;
    this.seen.hits += found.length;
    if (this.wanted <= 0) return;
    const [end] = await this.ask(endOfWalk(this.sql, ask, rows));
    if (end) this.place = end;
    else this.ended = true;
  }

  /** The stretch in which the place is; then the place moves behind it. */
  private async window(ask: Ask): Promise<void> {
    const { order } = this.options;
    const stamp = this.place?.stamp ?? (await this.outermost());
    if (stamp === null) return;
    const window = Math.floor(stamp / WINDOW_SECONDS);
    this.rows.push(...(await this.ask(findInWindow(this.sql, ask, window))));
    const [first, last] = [window * WINDOW_SECONDS, (window + 1) * WINDOW_SECONDS - 1];
    const { from, to } = this.scope.range;
    if (order === "newest") {
      this.place = { stamp: first, rowId: Number.MIN_SAFE_INTEGER };
      this.ended = from !== null && first <= from;
    } else {
      this.place = { stamp: last, rowId: Number.MAX_SAFE_INTEGER };
      this.ended = to !== null && last >= to;
    }
  }

  /** Where the order begins: an index lookup. */
  private async outermost(): Promise<number | null> {
    const { from, to } = this.scope.range;
    const [row] = await this.sql<{ first: number | null; last: number | null }[]>`
      select min("when") as first, max("when") as last from console.message`;
    if (!row || row.first === null || row.last === null) return null;
    return this.options.order === "newest"
      ? Math.min(to ?? row.last, row.last)
      : Math.max(from ?? row.first, row.first);
  }

  private ask(query: PendingQuery<Position[]>): Promise<Position[]> {
    return cancellable(query, this.options.signal);
  }
}

/** Of all rows, those of as many windows as are looked at; at least as if they were evenly spread. */
function shareOfWindows({ times }: Frequencies): number {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return span <= 0 ? 1 : Math.min(1, (WINDOWS * WINDOW_SECONDS) / span);
}

function isTimeout(error: unknown): boolean {
  // 57014 is also a cancel, which `cancellable` has turned into a ConsoleError by then.
  return typeof error === "object" && error !== null && "code" in error && error.code === "57014";
}
