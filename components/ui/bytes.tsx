"use client";

import { usePreferences } from "@/components/preferences";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber } from "@/lib/format/number";

/** IEC; the exact count on hover. null: not known. */
export function Bytes({ value, className }: { value: number | null; className?: string }) {
  const { locale } = usePreferences();
  if (value === null) return <span className={className}>–</span>;
  return (
    <span data-num className={className} title={`${formatNumber(value, locale)} B`}>
      {formatBytes(value, locale)}
    </span>
  );
}
