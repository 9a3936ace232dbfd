import type { SearchTexts } from "@/lib/i18n/en/search";
import type { Chip } from "@/lib/search/language/query";

type Words = Pick<SearchTexts, "chips" | "values"> & { kinds: Record<string, string> };

const WORDS = ["word", "phrase", "prefix", "substring"];

/** `or exactly` · `not from` · `without`: what stands before the value. */
export function chipName({ kind, negative, or }: Chip, { chips }: Words): string {
  const parts = [or ? chips.or : ""];
  if (!negative || kind === "ignored") parts.push(chips.kinds[kind]);
  else if (!WORDS.includes(kind)) parts.push(chips.not, chips.kinds[kind]);
  else parts.push(chips.without, kind === "word" ? "" : chips.kinds[kind]);
  return parts.filter(Boolean).join(" ");
}

/** The value in the reader's language where it is one of a few. */
export function chipValue({ kind, value }: Chip, { values, kinds }: Words): string {
  if (kind === "prefix") return `${value}…`;
  const known: Record<string, Record<string, string>> = {
    kind: kinds,
    has: values.has,
    is: values.is,
  };
  return known[kind]?.[value.toLowerCase()] ?? value;
}
