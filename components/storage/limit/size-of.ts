import type { Locale } from "@/lib/format/locale";

export const SIZE_UNITS = ["MiB", "GiB", "TiB"] as const;
export type SizeUnit = (typeof SIZE_UNITS)[number];

const BYTES: Record<SizeUnit, number> = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };

/** What somebody typed, with a point or a comma before the fraction, as whole bytes; null: not a size. */
export function bytesOf(size: string, unit: SizeUnit): number | null {
  const typed = size.trim().replace(",", ".");
  return /^\d{1,9}(\.\d{1,6})?$/.test(typed) ? Math.round(Number(typed) * BYTES[unit]) : null;
}

/** In the largest unit it has one of, as it can be typed: no groups of thousands. */
export function inUnits(bytes: number, locale: Locale): { size: string; unit: SizeUnit } {
  const unit = SIZE_UNITS.findLast((it) => bytes >= BYTES[it]) ?? "MiB";
  const amount = String(Math.round((bytes / BYTES[unit]) * 100) / 100);
  return { size: locale === "de" ? amount.replace(".", ",") : amount, unit };
}
