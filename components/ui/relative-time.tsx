"use client";

import { useNow, usePreferences } from "@/components/preferences";
import { relativeTime } from "@/lib/format/duration";
import { isoStamp, stampTitle } from "@/lib/format/stamp";

/** `6 s ago`, with the absolute time on hover. `stamp` in Unix seconds; follows the clock. */
export function RelativeTime({ stamp, className }: { stamp: number; className?: string }) {
  const { zone, locale } = usePreferences();
  const now = useNow();
  return (
    <time dateTime={isoStamp(stamp)} title={stampTitle(stamp, zone)} className={className}>
      {relativeTime(stamp, now, locale)}
    </time>
  );
}
