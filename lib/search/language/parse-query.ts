import type { Match } from "@/lib/lexemes/match";
import { emptyFilters } from "./filters";
import type { Query } from "./query";
import { type Item, understand } from "./understand";

/**
 * Reads what was typed into the box. Never throws: unknown operators are words, a quote that is not
 * closed runs to the end. OR binds tighter than the AND between words. `substring` is the switch that
 * does for all words what `substring:` in the text does.
 */
export function parseQuery(text: string, options: { substring?: boolean } = {}): Query {
  const { items, substring } = understand(text, options);
  const query: Query = {
    words: wordsOf(items),
    filters: emptyFilters(),
    substring,
    accents: "fold",
    understood: items.map((it) => it.chip),
  };
  for (const { change } of items) change?.(query);
  return query;
}

function wordsOf(items: Item[]): Match | null {
  const groups: Match[][] = [];
  for (const { match, chip } of items) {
    if (!match) continue;
    const group = chip.or ? groups.at(-1) : undefined;
    if (group) group.push(match);
    else groups.push([match]);
  }
  const all = groups.map((it) => joined("or", it));
  return all.length > 0 ? joined("and", all) : null;
}

function joined(op: "and" | "or", of: Match[]): Match {
  const [only, ...more] = of;
  return only && more.length === 0 ? only : { op, of };
}
