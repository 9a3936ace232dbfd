import type { Locale } from "./locale";
import { formatNumber } from "./number";

const UNITS = ["KiB", "MiB", "GiB", "TiB", "PiB"];

/** IEC units, one digit behind the point below 100: `634 bytes`, `1.4 MiB`, `213 MiB`. */
export function formatBytes(bytes: number, locale: Locale = "en"): string {
  const words = locale === "de" ? ["Byte", "Byte"] : ["byte", "bytes"];
  if (Math.abs(bytes) < 1024) {
    return `${formatNumber(bytes, locale)}\u00a0${Math.abs(bytes) === 1 ? words[0] : words[1]}`;
  }
  let value = bytes;
  let unit = -1;
  // 1023.95 KiB would be shown as "1,024 KiB": carry to the next unit before rounding does.
  while (Math.abs(value) >= 1023.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, locale, Math.abs(value) < 99.95 ? 1 : 0)}\u00a0${UNITS[Math.max(unit, 0)]}`;
}
