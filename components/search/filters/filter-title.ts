import type { SearchTexts } from "@/lib/i18n/en/search";
import type { FilterName } from "./filter-choices";

export function filterTitle(t: Pick<SearchTexts, "filter" | "chips">, name: FilterName): string {
  if (name === "words" || name === "phrase" || name === "prefix") return t.filter[name];
  return t.chips.kinds[name];
}
