import type { Locale } from "@/lib/format/locale";
import { formatNumber } from "@/lib/format/number";

/** Numbers inside sentences: `n` groups digits as the language does, `plural` adds the word for one or for many. */
export function counting(locale: Locale) {
  const n = (value: number) => formatNumber(value, locale);
  const plural = (value: number, one: string, many: string) =>
    `${n(value)} ${value === 1 ? one : many}`;
  return { n, plural };
}
