"use client";

import { hueStyle, usePartyName } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { formatDay } from "@/lib/format/day";
import type { Line } from "./lines";

type Props = {
  lines: readonly Line[];
  /** Index of the first line that is not covered by this one. */
  top: number;
  dayOf(stamp: number): string;
};

/**
 * The day at the upper edge and, in the middle of somebody's run, who is speaking. A day head takes its
 * place when it arrives there: the words stand at the same height.
 */
export function StickyDay({ lines, top, dayOf }: Props) {
  const { locale } = usePreferences();
  const partyName = usePartyName();
  const line = lines[top];
  const before = lines[top - 1];
  const shown = line?.type === "gap" && before?.type === "message" ? before : line;
  if (shown?.type !== "message") return <div className="sticky-day" />;
  const { sender, stamp } = shown.message;
  return (
    <div className="sticky-day" aria-hidden="true">
      <div>
        <span>{formatDay(dayOf(stamp), locale)}</span>
        {!shown.head && (
          <span className="by" style={hueStyle(sender.identity)}>
            <bdi>{partyName(sender)}</bdi>
          </span>
        )}
      </div>
    </div>
  );
}
