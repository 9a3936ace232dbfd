"use client";

import { usePreferences } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { ServerPulse } from "@/lib/server/views";

type Index = ServerPulse["index"];

/** `now`: of the database's clock, as the stamps are. */
export function IndexFacts({ index, now }: { index: Index; now: number }) {
  const t = useText().server.index;
  const { locale } = usePreferences();
  const number = (value: number) => formatNumber(value, locale);
  const { state, layout, watermark, lagRows, oldestWaitingAt, problem } = index;
  const ready = state === "ready";
  return (
    <>
      <Facts
        facts={[
          { name: t.state, value: <State index={index} /> },
          // In the reference layout rows have no numbers.
          state !== "absent" &&
            layout === "prosody" && { name: t.watermark, value: t.watermarkRow(number(watermark)) },
          ready && { name: t.waiting, value: lagRows === 0 ? t.none : number(lagRows) },
          oldestWaitingAt !== null && {
            name: t.oldest,
            value: (
              <>
                <DateTime stamp={oldestWaitingAt} style="second" />{" "}
                <span className="cap">{formatDuration(now - oldestWaitingAt, locale)}</span>
              </>
            ),
          },
          ...(state === "building" ? buildFacts(index) : []),
          problem !== null && { name: t.report, value: problem },
        ]}
      />
      {state === "building" && (
        <div className="gauge mt-2" aria-hidden="true">
          <i style={{ width: `${shareOf(index) * 100}%` }} />
        </div>
      )}
    </>
  );

  function buildFacts({ builtRows, totalRows, ratePerSecond, secondsLeft }: Index) {
    const share = formatShare(builtRows, totalRows, locale);
    const done = totalRows > 0 && builtRows >= totalRows;
    return [
      { name: t.built, value: t.progress(share, number(builtRows), number(totalRows)) },
      { name: t.rate, value: ratePerSecond > 0 ? t.perSecond(number(ratePerSecond)) : "–" },
      {
        name: t.left,
        value: done
          ? t.finishing
          : secondsLeft === null
            ? "–"
            : formatDuration(secondsLeft, locale),
      },
    ];
  }
}

const shareOf = ({ builtRows, totalRows }: Index) =>
  totalRows > 0 ? Math.min(1, builtRows / totalRows) : 0;

function State({ index: { state, problem } }: { index: Index }) {
  const t = useText().server.index;
  if (state === "absent") return <Mark tone="guess">{t.states.absent}</Mark>;
  if (problem !== null) return <Mark tone="held">{`${t.states[state]}, ${t.stopped}`}</Mark>;
  return state === "ready" ? (
    <Mark tone="fine">{t.states.ready}</Mark>
  ) : (
    <Mark tone="guess" icon="clock">
      {t.states.building}
    </Mark>
  );
}
