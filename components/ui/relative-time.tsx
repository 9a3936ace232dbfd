"use client";

import { useNow, usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { relativeTime } from "@/lib/format/duration";
import { isoStamp } from "@/lib/format/stamp";

/**
 * `6 s ago`, with the absolute time on hover. `stamp` in Unix seconds, and past: what happened after
 * the last step of the clock happened now.
 */
export function RelativeTime({ stamp, className }: { stamp: number; className?: string }) {
  const { locale } = usePreferences();
  const now = useNow();
  const titleOf = useStampTitle();
  return (
    <time dateTime={isoStamp(stamp)} title={titleOf(stamp)} className={className}>
      {relativeTime(Math.min(stamp, now), now, locale)}
    </time>
  );
}
