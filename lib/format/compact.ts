import type { Locale } from "./locale";
import { formatNumber } from "./number";

const STEPS: Record<Locale, readonly (readonly [number, string])[]> = {
  en: [
    [1e9, "bn"],
    [1e6, "M"],
    [1e3, "k"],
  ],
  de: [
    [1e9, "Mrd."],
    [1e6, "Mio."],
    [1e3, "Tsd."],
  ],
};

/** Where there is no room for all digits: `10.5 M`, `814 k`, `96`. Three digits at most, rounded. */
export function formatCompact(value: number, locale: Locale = "en"): string {
  // 999,950 would be shown as "1,000 k": carried to the next word before rounding does.
  const step = STEPS[locale].find(([size]) => Math.abs(value) >= size * 0.9995);
  if (!step) return formatNumber(value, locale, Number.isInteger(value) ? 0 : 1);
  const [size, word] = step;
  const scaled = value / size;
  const digits = Math.abs(scaled) < 99.95 && !Number.isInteger(scaled) ? 1 : 0;
  return `${formatNumber(scaled, locale, digits)}\u00a0${word}`;
}
