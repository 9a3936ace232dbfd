"use client";

import type { ReactNode } from "react";
import { useNow } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { useText } from "@/components/use-text";
import { formatCompact } from "@/lib/format/compact";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { Health } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";

const YEAR = 31_556_952;

/** Dead rows, care, memory, and the three numbers that run out one day. */
export function DatabaseFacts({ health }: { health: Health }) {
  const { tables } = useText();
  const t = tables.facts;
  const { value, locale, day } = useFigures();
  const now = useNow();
  const { bloat, cacheHitShare, sortIdHeadroom, whenHeadroom, transactionAge } = health;
  const live = health.tables.find((it) => it.of === "archive")?.liveRows ?? 0;
  const time = (at: number | null) => (at === null ? t.never : <DateTime stamp={at} />);
  const percent = (share: number) => formatShare(Math.round(share * 1e6), 1e6, locale);
  const left = (seconds: number) => formatNumber(seconds / YEAR, locale, 1);
  const noted = (said: ReactNode, note: string) => (
    <>
      {said} <span className="cap">{note}</span>
    </>
  );
  return (
    <Facts
      facts={[
        {
          name: t.dead,
          value:
            live === 0
              ? value("rows", health.deadRows)
              : noted(
                  value("rows", health.deadRows),
                  t.deadNote(formatShare(health.deadRows, live + health.deadRows, locale)),
                ),
        },
        { name: t.lastVacuum, value: time(health.lastVacuum) },
        { name: t.lastAnalyze, value: time(health.lastAnalyze) },
        {
          name: t.bloat,
          value: bloat
            ? noted(`≈ ${value("bytes", bloat.bytes)}`, t.bloatNote(percent(bloat.share)))
            : t.notKnown,
        },
        {
          name: t.cache,
          value: cacheHitShare === null ? t.notKnown : noted(percent(cacheHitShare), t.cacheNote),
        },
        sortIdHeadroom && {
          name: t.sortId,
          value: noted(
            value("rows", sortIdHeadroom.used),
            t.sortIdNote(formatShare(sortIdHeadroom.used, sortIdHeadroom.max, locale)),
          ),
        },
        {
          name: t.when,
          value:
            whenHeadroom.until === null
              ? t.whenWide
              : noted(t.years(left(whenHeadroom.until - now)), t.whenNote(day(whenHeadroom.until))),
        },
        {
          name: t.age,
          value: noted(
            formatCompact(transactionAge.age, locale),
            t.ageNote(formatCompact(transactionAge.freezeMax, locale)),
          ),
        },
      ]}
    />
  );
}
