import type { Operator } from "../operators";

/** What can be added by mouse, in the groups it is offered in. Words are no operators, but filters like any. */
export type FilterName = Operator | "words" | "phrase" | "prefix";

export const FILTER_GROUPS = {
  words: ["words", "phrase", "prefix", "substring", "accents"],
  who: ["from", "to", "with", "in", "host"],
  what: ["kind", "has", "is", "id"],
  when: ["after", "before", "on", "during"],
} as const satisfies Record<string, readonly FilterName[]>;

export type FilterGroup = keyof typeof FILTER_GROUPS;

/** What nobody can be asked without: the language ignores their negation. */
const NEVER_WITHOUT: readonly FilterName[] = ["id", "after", "before", "on", "during"];

export function mayBeWithout(name: FilterName): boolean {
  return !NEVER_WITHOUT.includes(name);
}

const quoted = (value: string) => `"${value.replaceAll('"', " ").trim()}"`;

/** A word, phrase or prefix as the box writes it; several words at once are several terms. */
export function wordTerm(
  name: "words" | "phrase" | "prefix",
  value: string,
  negative: boolean,
): string {
  const minus = negative ? "-" : "";
  if (name === "phrase") return `${minus}${quoted(value)}`;
  const words = value.replaceAll('"', " ").trim().split(/\s+/).filter(Boolean);
  if (name === "prefix") return words.map((it) => `${minus}${it.replace(/\**$/, "*")}`).join(" ");
  // What would be read as something else is put in quotes.
  return words
    .map((it) => (/^-|^or$|:|\*$/i.test(it) ? `${minus}${quoted(it)}` : `${minus}${it}`))
    .join(" ");
}
