"use client";

import { useId } from "react";

import { useNow, usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";
import type { BlastPart } from "@/lib/policy/views";

const WIDTH = 448;

/** The time of one store as a strip: hatched what goes, plain what stays. */
export function BlastStrip({ part }: { part: BlastPart }) {
  const t = useText().policy.blast;
  const { zone, locale } = usePreferences();
  const id = useId();
  const now = useNow();
  const { oldest, cutoff, host } = part;
  if (oldest === null || cutoff === null) return null;
  const day = (stamp: number) => formatStamp(stamp, zone, "day");
  const at = Math.max(2, Math.min(WIDTH - 2, (WIDTH * (cutoff - oldest)) / (now - oldest)));
  const anchor = at < 110 ? "start" : at > WIDTH - 110 ? "end" : "middle";
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${WIDTH} 72`}
      role="img"
      aria-label={t.chart(host, day(oldest), day(cutoff))}
    >
      <defs>
        <pattern
          id={id}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className="wash" />
          <path d="M0 0v5" className="edge" />
        </pattern>
      </defs>
      <text x="0" y="11">
        {host}
      </text>
      <rect x="0" y="20" width={at - 1} height="22" fill={`url(#${id})`} />
      <rect x={at + 1} y="20" width={WIDTH - at - 1} height="22" className="stays" />
      <path d={`M${at} 16v30`} className="cut" />
      <text x={at} y="58" textAnchor={anchor} className="loss">
        {day(cutoff)}
      </text>
      {anchor !== "start" && (
        <text x="0" y="58">
          {day(oldest)}
        </text>
      )}
      {anchor !== "end" && (
        <text x={WIDTH} y="58" textAnchor="end">
          {t.stays(formatNumber(part.of - part.rows, locale))}
        </text>
      )}
    </svg>
  );
}
