"use client";

import { usePreferences } from "@/components/preferences";
import { formatNumber, formatShare } from "@/lib/format/number";

type Props = { part: number | null; whole: number | null; className?: string };

/** A part of a whole in percent; both counts on hover. */
export function Share({ part, whole, className }: Props) {
  const { locale } = usePreferences();
  if (part === null || whole === null) return <span className={className}>–</span>;
  const title = `${formatNumber(part, locale)} / ${formatNumber(whole, locale)}`;
  return (
    <span data-num className={className} title={title}>
      {formatShare(part, whole, locale)}
    </span>
  );
}
