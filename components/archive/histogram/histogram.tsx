"use client";

import { type KeyboardEvent, useMemo, useState } from "react";
import { DragSpan } from "@/components/charts/plot/drag-span";
import { usePlotPointer } from "@/components/charts/plot/use-plot-pointer";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { HistogramView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";
import { barsPath, bucketAt, ticks, timeScale, windowOf } from "./scale";

const WIDTH = 1320;
const HEIGHT = 60;

type Props = {
  view: HistogramView;
  open: boolean;
  /** What the transcript shows now: unix seconds of its first and last visible message. */
  inView: { from: number; to: number } | null;
  zoomed: boolean;
  onJump(day: string): void;
  onZoom(range: { from: string; to: string } | null): void;
};

/** Rows over time, on one scale with the list below it: click goes there, drag zooms, arrows step. */
export function Histogram({ view, open, inView, zoomed, onJump, onZoom }: Props) {
  const t = useText().archive.histogram;
  const { zone, locale } = usePreferences();
  const { buckets } = view;
  const scale = useMemo(() => timeScale(buckets), [buckets]);
  const path = useMemo(() => scale && barsPath(buckets, scale, WIDTH, HEIGHT), [buckets, scale]);
  const axis = useMemo(() => (scale ? ticks(scale, locale, zone) : []), [scale, locale, zone]);
  const [cursor, setCursor] = useState<number | null>(null);
  const pointer = usePlotPointer(
    (share) =>
      scale && onJump(dayKey(buckets[bucketAt(buckets, scale.toSeconds(share))]!.start, zone)),
    (from, to) =>
      scale &&
      onZoom({ from: dayKey(scale.toSeconds(from), zone), to: dayKey(scale.toSeconds(to), zone) }),
  );
  const frame = useMemo(() => inView && windowOf(buckets, inView), [buckets, inView]);
  if (!scale || !path) return null;

  const day = (seconds: number) => formatStamp(seconds, zone, "day");
  const current = cursor ?? bucketAt(buckets, inView?.to ?? scale.end);
  const hovered =
    pointer.hover !== null && !pointer.drag
      ? buckets[bucketAt(buckets, scale.toSeconds(pointer.hover))]
      : undefined;
  const step = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 }[event.key];
    const edge = { Home: 0, End: buckets.length - 1 }[event.key];
    if (move === undefined && edge === undefined && event.key !== "Enter") return;
    event.preventDefault();
    const next = edge ?? Math.min(buckets.length - 1, Math.max(0, current + (move ?? 0)));
    setCursor(next);
    onJump(dayKey(buckets[next]!.start, zone));
  };

  return (
    <figure className="histo">
      <div
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={`${t.label(t.per[view.unit], formatNumber(view.rows, locale), day(scale.start), day(scale.end - 1))} ${t.hint}`}
        aria-valuemin={0}
        aria-valuemax={buckets.length - 1}
        aria-valuenow={current}
        aria-valuetext={t.bucket(
          day(buckets[current]!.start),
          formatNumber(buckets[current]!.rows, locale),
        )}
        onKeyDown={step}
        {...pointer.handlers}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={path} fill={open ? "var(--data-1)" : "var(--data-quiet)"} />
          <line x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} stroke="var(--rule-strong)" />
        </svg>
        {frame && (
          <span
            className="window"
            style={{
              left: `${scale.toShare(frame.from) * 100}%`,
              width: `${(scale.toShare(frame.to) - scale.toShare(frame.from)) * 100}%`,
            }}
          />
        )}
        <DragSpan drag={pointer.drag} />
        {hovered && pointer.hover !== null && (
          <span
            className="tip num"
            style={{ left: `clamp(90px, ${pointer.hover * 100}%, calc(100% - 90px))` }}
          >
            {t.bucket(day(hovered.start), formatNumber(hovered.rows, locale))}
          </span>
        )}
      </div>
      <div className="ticks num" aria-hidden="true">
        {axis.map((tick) => (
          <span key={tick.share} style={{ left: `${tick.share * 100}%` }}>
            {tick.label}
          </span>
        ))}
      </div>
      <figcaption className="legend cap">
        <span>
          <i
            style={{ "--c": open ? "var(--data-1)" : "var(--data-quiet)" } as React.CSSProperties}
          />
          {t.per[view.unit]}, {open ? t.open : t.closed}
        </span>
        {zoomed && (
          <button type="button" className="link" onClick={() => onZoom(null)}>
            {t.zoomOut}
          </button>
        )}
        {inView && <span className="push num">{t.inView(day(inView.from), day(inView.to))}</span>}
      </figcaption>
    </figure>
  );
}
