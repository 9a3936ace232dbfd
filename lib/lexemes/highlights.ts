import type { Match, MatchOptions, Range, Term } from "./match";
import { finderIn } from "./matches";

/** The places of a text that a match is about: sorted, merged where they touch, UTF-16 offsets. */
export function highlights(match: Match, text: string, options: MatchOptions): Range[] {
  const find = finderIn(text, options);
  const ranges = positiveTerms(match).flatMap((it) => find(it) ?? []);
  const merged: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && range.start <= before.end) before.end = Math.max(before.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function positiveTerms(match: Match): Term[] {
  if (match.op === "term") return [match.term];
  if (match.op === "and" || match.op === "or") return match.of.flatMap(positiveTerms);
  return [];
}
