"use client";

import { usePreferences } from "@/components/preferences";
import { formatEstimate, formatNumber } from "@/lib/format/number";

type Props = {
  /** null: not known; shown as a dash. */
  value: number | null;
  /** Marked with ≈. */
  estimate?: boolean;
  className?: string;
};

export function Num({ value, estimate, className }: Props) {
  const { locale } = usePreferences();
  const shown =
    value === null ? "–" : estimate ? formatEstimate(value, locale) : formatNumber(value, locale);
  return (
    <span data-num className={className}>
      {shown}
    </span>
  );
}
