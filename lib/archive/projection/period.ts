import type { Span } from "./rollups/difference";

/** Inclusive start, exclusive end, unix seconds; whole UTC months, or from before to after everything. */
export type Period = { start: number; end: number };

const DAY_SECONDS = 86_400;

/** The month as rollup_month has it. */
export function monthNumber(at: number): number {
  const date = new Date(at * 1_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function periodOfMonth(month: number): Period {
  const start = (n: number) => Date.UTC(Math.floor(n / 12), n % 12) / 1_000;
  return { start: start(month), end: start(month + 1) };
}

export function spanOf({ start, end }: Period): Span {
  return {
    fromDay: Math.floor(start / DAY_SECONDS),
    toDay: Math.ceil(end / DAY_SECONDS),
    fromMonth: monthNumber(start),
    toMonth: monthNumber(end - 1) + 1,
  };
}
