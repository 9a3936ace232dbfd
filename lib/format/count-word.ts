import type { Locale } from "./locale";
import { formatNumber } from "./number";

const WORDS: Record<Locale, readonly string[]> = {
  en: "no one two three four five six seven eight nine ten eleven twelve".split(" "),
  de: "keine eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
};

/** Small counts as words, as in running text: `four`, `13`, `1,204`. Zero is `no`, for "no session". */
export function countWord(count: number, locale: Locale = "en"): string {
  return WORDS[locale][count] ?? formatNumber(count, locale);
}

/** At the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
