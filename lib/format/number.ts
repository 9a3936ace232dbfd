import { INTL_TAG, type Locale } from "./locale";

const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters are slow to make and are asked for in every row. */
export function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(INTL_TAG[locale], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Thousands grouped, no digits behind the point unless asked for. */
export function formatNumber(value: number, locale: Locale = "en", digits = 0): string {
  return numberFormat(locale, digits).format(value);
}

/** Two significant digits, for a sentence that says *about*. */
export function formatRounded(value: number, locale: Locale = "en"): string {
  return formatNumber(Number(value.toPrecision(2)), locale);
}

/** A number that was estimated: marked with ≈ and a no-break space. */
export function formatEstimate(value: number, locale: Locale = "en"): string {
  return `≈\u00a0${formatNumber(value, locale)}`;
}

/**
 * Share of a whole as percent, `part` and `whole` in the same unit. Never rounds something to 0 % or
 * something less than all to 100 %; an empty whole has no share.
 */
export function formatShare(part: number, whole: number, locale: Locale = "en"): string {
  if (whole <= 0) return "–";
  const percent = (part / whole) * 100;
  const space = locale === "de" ? "\u00a0" : "";
  if (part > 0 && percent < 1) return `<\u202f1${space}%`;
  if (part < whole && percent > 99) return `>\u202f99${space}%`;
  return `${formatNumber(percent, locale)}${space}%`;
}
