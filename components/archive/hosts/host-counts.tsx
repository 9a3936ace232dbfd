"use client";

import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { useText } from "@/components/use-text";
import type { HostView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber, formatShare } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";

/** The cells of a host that the index counts; a dash where it has not yet. */
export function HostCounts({ host }: { host: HostView }) {
  const t = useText().archive.hosts;
  const { zone, locale } = usePreferences();
  const titleOf = useStampTitle();
  const { owners, rooms, rows, sizeBytes, encrypted, first, last } = host;
  const time = (seconds: number | null) => ({
    title: seconds === null ? undefined : titleOf(seconds),
    day: seconds === null ? "–" : formatStamp(seconds, zone, "day"),
  });
  return (
    <>
      <td className="n hide-s">{owners === null ? "–" : (rooms ? t.rooms : t.people)(owners)}</td>
      <td className="n">{rows === null ? "–" : formatNumber(rows, locale)}</td>
      <td className="n hide-s">{sizeBytes === null ? "–" : formatBytes(sizeBytes, locale)}</td>
      <td className="n hide-s">
        {encrypted === null || rows === null ? "–" : formatShare(encrypted, rows, locale)}
      </td>
      <td className="n hide-s" title={time(first).title}>
        {time(first).day}
      </td>
      <td className="n" title={time(last).title}>
        {time(last).day}
        {last !== null && <span className="hide-s"> {formatStamp(last, zone, "clock")}</span>}
      </td>
    </>
  );
}
