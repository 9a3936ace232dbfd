import "server-only";
import { requireBudget, spend } from "@/lib/auth/budget";
import type { Grant } from "@/lib/auth/grant";
import { gone } from "@/lib/db/cancel";
import { everyProcess } from "@/lib/db/singleton";
import type { ConsoleError } from "@/lib/errors";
import { refusal } from "@/lib/refusal";

/** Searches that run, and those that wait, in this process: other pages keep their own connections. */
const RUNNING = 4;
const WAITING = 16;
/** One operator's searches, running and waiting: a new keystroke cancels the one before it. */
const OF_ONE_OPERATOR = 4;

type Waiter = { start: () => void };
type State = { running: number; waiting: Waiter[]; byOperator: Map<string, number> };

const state = everyProcess<State>("searches", () => ({
  running: 0,
  waiting: [],
  byOperator: new Map(),
}));

type Question = {
  signal: AbortSignal | null;
  /** The next page of what was asked already. */
  goesOn?: boolean;
};

/**
 * Runs a search when there is room, and counts it towards what its operator may ask a minute.
 * @throws ConsoleError `busy` (503 with Retry-After) when too many run and wait already, `over-budget` (429)
 * when this operator asked too much, `unavailable` when the browser went away while it waited.
 */
export async function withinLimits<T>(
  grant: Grant,
  { signal, goesOn = false }: Question,
  run: () => Promise<T>,
): Promise<T> {
  const operatorId = grant.operator.id;
  if (!goesOn) await requireBudget(grant, "searches");
  const own = state.byOperator.get(operatorId) ?? 0;
  if (own >= OF_ONE_OPERATOR) throw busy("search-own-busy");
  state.byOperator.set(operatorId, own + 1);
  try {
    await enter(signal);
    try {
      if (!goesOn) spend(grant, "searches");
      return await run();
    } finally {
      leave();
    }
  } finally {
    const left = (state.byOperator.get(operatorId) ?? 1) - 1;
    if (left === 0) state.byOperator.delete(operatorId);
    else state.byOperator.set(operatorId, left);
  }
}

async function enter(signal: AbortSignal | null): Promise<void> {
  if (signal?.aborted) throw gone();
  if (state.running < RUNNING) {
    state.running += 1;
    return;
  }
  if (state.waiting.length >= WAITING) throw busy("search-busy");
  await new Promise<void>((start, fail) => {
    const waiter = {
      start: () => {
        signal?.removeEventListener("abort", abort);
        start();
      },
    };
    const abort = () => {
      const at = state.waiting.indexOf(waiter);
      if (at < 0) return;
      state.waiting.splice(at, 1);
      fail(gone());
    };
    state.waiting.push(waiter);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** The place goes to who has waited longest. */
function leave(): void {
  const next = state.waiting.shift();
  if (next) next.start();
  else state.running -= 1;
}

function busy(why: "search-busy" | "search-own-busy"): ConsoleError {
  return refusal("busy", why, { retryAfterSeconds: 1 });
}
