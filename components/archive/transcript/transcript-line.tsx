"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatDay } from "@/lib/format/day";
import { spellSpan } from "@/lib/format/duration";
import type { DayLine, GapLine } from "./lines";

export function DayHead({ line }: { line: DayLine }) {
  const t = useText().transcript;
  const { zone, locale } = usePreferences();
  return (
    <h3 className="day">
      <span>{formatDay(line.day, locale)}</span>
      <span className="cap num">
        <span className="iso">
          {line.day} {zone} ·{" "}
        </span>
        {t.dayRows(line.messages, line.rows)}
        {!line.whole && `, ${t.dayPartly}`}
      </span>
    </h3>
  );
}

export function Gap({ line }: { line: GapLine }) {
  const t = useText().transcript;
  const { locale } = usePreferences();
  return (
    <p className="gap">
      <span className="num">{t.gap(spellSpan(line.seconds, locale))}</span>
      {line.usualSeconds !== null && (
        <span className="cap num">{t.gapUsual(spellSpan(line.usualSeconds, locale))}</span>
      )}
    </p>
  );
}
