/** What is known about a search before it runs. */
export type PlanInput = {
  /** Share of the rows in scope that can match at most. */
  frequency: number;
  /** Rows in scope, about. */
  rows: number;
  /** Hits wanted, one more than a page has. */
  wanted: number;
  /** How many ways a walk is longer than the rarest word says: phrases, words together, both copies. */
  slack: number;
  /** So many matches are taken at once; tests ask for less, so that small archives take every way. */
  few?: number;
};

/**
 * One step answers all of a contiguous stretch of the order, so that steps one after the other give
 * exactly the order that was asked for (data.md §3).
 *
 * all: everything that is left, by the index of words. window: the rows of one stretch of 30 days, by the
 * same index. walk: the next `rows` rows in order, each looked at.
 */
export type Step = { kind: "all" } | { kind: "window" } | { kind: "walk"; rows: number };

export const FEW = 2_000;
const COMMON = 0.02;
/** What the first rows show decides how to go on: how often words come together is known to nobody before. */
const FIRST_WALK = 2_500;
const LONGEST_WALK = 10_000;
const WALKS = 3;
export const WINDOWS = 4;

/** One conversation has an index of its own, so that its rows can be walked whatever is asked of them. */
export const CONVERSATION_STEPS: Step[] = [
  { kind: "walk", rows: FIRST_WALK },
  { kind: "walk", rows: LONGEST_WALK },
  { kind: "walk", rows: LONGEST_WALK },
  { kind: "all" },
];

/** The steps to take until there are enough hits; the last is always `all`. */
export function planSteps({ frequency, rows, wanted, slack, few = FEW }: PlanInput): Step[] {
  if (frequency * rows <= few) return [{ kind: "all" }];
  const windows: Step[] = Array.from({ length: WINDOWS }, () => ({ kind: "window" }));
  if (frequency < COMMON) return [...windows, { kind: "all" }];
  const first = Math.ceil((wanted * slack) / frequency);
  const walks: Step[] = Array.from({ length: WALKS }, (_, at) => ({
    kind: "walk",
    rows: at === 0 ? Math.min(first, FIRST_WALK) : LONGEST_WALK,
  }));
  return [...walks, ...windows, { kind: "all" }];
}

/** What the rows that were walked so far have shown. */
export type Seen = { rows: number; hits: number };

/**
 * The step as it is worth taking after what was seen; null: it would not bring the hits that are still
 * wanted, so the next one is taken at once. One more hit than was seen is hoped for.
 */
export function worthTaking(
  step: Step,
  seen: Seen,
  { wanted, rowsInWindows }: { wanted: number; rowsInWindows: number },
): Step | null {
  if (seen.rows === 0 || step.kind === "all") return step;
  const rate = (seen.hits + 1) / seen.rows;
  if (step.kind === "window") return rate * rowsInWindows < wanted ? null : step;
  const needed = Math.ceil((wanted * 1.5) / rate);
  return rate * step.rows < wanted ? null : { kind: "walk", rows: Math.min(step.rows, needed) };
}
