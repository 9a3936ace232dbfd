import type { SearchTexts } from "@/lib/i18n/en/search";
import { HAS, IS } from "@/lib/search/language/query";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { OPERATORS, type Operator } from "../operators";
import type { Spot } from "./spot";

export type Suggestion = {
  /** What stands in the box when it is taken. */
  insert: string;
  label: string;
  note: string;
};

type Words = Pick<SearchTexts, "operators" | "values"> & { kinds: Record<string, string> };

/** What can be suggested without asking the server; names of people and rooms come beside. */
export function staticSuggestions(
  spot: Spot,
  words: Words,
  hosts: readonly string[],
): Suggestion[] {
  const { operator, typed } = spot;
  if (operator === null) return operatorSuggestions(typed, words);
  const wanted = typed.toLowerCase();
  return valuesOf(operator, words, hosts)
    .filter(
      ({ insert, label }) =>
        insert.toLowerCase().startsWith(wanted) || label.toLowerCase().startsWith(wanted),
    )
    .filter(({ insert }) => insert.toLowerCase() !== wanted);
}

function operatorSuggestions(typed: string, words: Words): Suggestion[] {
  return (Object.keys(OPERATORS) as Operator[])
    .filter((operator) => operator.startsWith(typed))
    .map((operator) => ({
      insert: `${operator}:`,
      label: `${operator}:`,
      note: words.operators[operator],
    }));
}

function valuesOf(
  operator: Operator,
  { kinds, values }: Words,
  hosts: readonly string[],
): Suggestion[] {
  const plain = (insert: string, note: string) => ({ insert, label: insert, note });
  switch (OPERATORS[operator]) {
    case "kind":
      return MESSAGE_KINDS.map((it) => plain(it, kinds[it] ?? ""));
    case "has":
      return HAS.map((it) => plain(it, values.has[it]));
    case "is":
      return IS.map((it) => plain(it, values.is[it]));
    case "host":
    case "place":
      return hosts.map((it) => plain(it, ""));
    case "accents":
      return [plain("exact", "")];
    case "moment":
      return [
        plain("today", values.moments.today),
        plain("7d", values.moments.week),
        plain("30d", values.moments.month),
      ];
    case "day":
      return [plain("today", values.moments.today), plain("yesterday", values.moments.yesterday)];
    default:
      return [];
  }
}
