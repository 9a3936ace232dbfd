"use client";

import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { formatStamp, isoStamp, type StampStyle } from "@/lib/format/stamp";

type Props = {
  /** Unix seconds, UTC. */
  stamp: number;
  /** `minute` unless told: 2026-03-02 09:12. */
  style?: StampStyle;
  /** Adds the name of the zone after the time. */
  zone?: boolean;
  className?: string;
};

/** A time in the zone of the lens; hovering shows UTC and the lens. */
export function DateTime({ stamp, style, zone, className }: Props) {
  const { zone: lens } = usePreferences();
  const titleOf = useStampTitle();
  return (
    <time dateTime={isoStamp(stamp)} title={titleOf(stamp)} className={className}>
      {formatStamp(stamp, lens, style)}
      {zone && ` ${lens}`}
    </time>
  );
}
