import { withoutChip } from "@/lib/search/language/edit";
import { parseQuery } from "@/lib/search/language/parse-query";
import type { Chip } from "@/lib/search/language/query";
import { termOf, withTerm } from "../operators";
import { daysOf } from "./months-scale";

const isStretch = ({ kind, negative }: Chip) => !negative && (kind === "during" || kind === "on");
const isTime = (chip: Chip) => isStretch(chip) || chip.kind === "after" || chip.kind === "before";

/** The text without its chips of a kind; each removal moves the others, so they are looked for anew. */
function without(text: string, which: (chip: Chip) => boolean): string {
  const chip = parseQuery(text).understood.find(which);
  return chip ? without(withoutChip(text, chip), which) : text;
}

/** What the bars count: the query without the month that was chosen, so that the others stay in sight. */
export function withoutStretch(text: string): string {
  return without(text, isStretch);
}

/** Months the query keeps, `2026-03`; empty: no month was chosen. */
export function keptMonths(text: string): string[] {
  return parseQuery(text)
    .understood.filter(isStretch)
    .map((it) => it.value.slice(0, 7))
    .filter((it) => /^\d{4}-\d{2}$/.test(it));
}

/** Keeps one month, or all when it was the one that was kept. */
export function toggleMonth(text: string, month: string): string {
  const rest = withoutStretch(text);
  const only = keptMonths(text);
  return only.length === 1 && only[0] === month ? rest : withTerm(rest, termOf("during", month));
}

/** Keeps the months from one to another, both inclusive. */
export function keepRange(text: string, from: string, to: string): string {
  if (from === to) return withTerm(without(text, isTime), termOf("during", from));
  const { after, before } = daysOf(from, to);
  return withTerm(
    withTerm(without(text, isTime), termOf("after", after)),
    termOf("before", before),
  );
}

export function allMonths(text: string): string {
  return without(text, isTime);
}

export function hasTime(text: string): boolean {
  return parseQuery(text).understood.some(isTime);
}
