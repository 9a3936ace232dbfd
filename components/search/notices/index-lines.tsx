"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatSpan } from "@/lib/format/duration";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { IndexState } from "@/lib/search/views";
import { isBehind } from "./use-index-state";

type Progress = NonNullable<IndexState["building"]>;

/** What the index has not reached, and how long that still takes; then the search can be asked anew. */
export function IndexLines({ state, onAgain }: { state: IndexState; onAgain: () => void }) {
  const t = useText().search.searched;
  const { building, lagRows, stalled } = state;
  if (!isBehind(state)) {
    return (
      <p role="status">
        {t.caughtUp}{" "}
        <button type="button" className="link" onClick={onAgain}>
          {t.again}
        </button>
      </p>
    );
  }
  return (
    <>
      <p>
        {building ? t.building : t.lag(lagRows)} {stalled && t.stalled}
      </p>
      {building && <ProgressLine progress={building} />}
    </>
  );
}

function ProgressLine({ progress }: { progress: Progress }) {
  const t = useText().search.searched;
  const { locale } = usePreferences();
  const { builtRows, totalRows, ratePerSecond, secondsLeft } = progress;
  const number = (value: number) => formatNumber(value, locale);
  const share = formatShare(builtRows, totalRows, locale);
  return (
    <p className="cap num">
      {t.progress(share, number(builtRows), number(totalRows))}
      {ratePerSecond > 0 && builtRows < totalRows && `, ${t.rate(number(ratePerSecond))}`}
      {secondsLeft !== null && `, ${t.left(formatSpan(secondsLeft, locale))}`}
      {builtRows >= totalRows && `; ${t.finishing}`}.
    </p>
  );
}
