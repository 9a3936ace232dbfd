"use client";

import { useNow } from "@/components/preferences";
import { Abstract } from "@/components/ui/abstract";
import { Skeleton } from "@/components/ui/skeleton";
import { useText } from "@/components/use-text";
import type { Health } from "@/lib/storage/database-views";
import type { Forecast, Growth } from "@/lib/storage/views";
import { useFigures } from "./frame/use-figures";

/** Ten years: beyond it a month would be a pretence. */
const FAR_SECONDS = 10 * 365 * 86_400;

type Props = {
  growth: Growth | null;
  forecast: Forecast | null;
  host: string | null;
  /** null: not known yet. */
  health: Health | null;
};

/** How much, how fast, and until when: the sentence that answers before anything is looked at. */
export function StorageAbstract({ growth, forecast, host, health }: Props) {
  const t = useText().storage.abstract;
  const { value, month } = useFigures();
  if (!growth)
    return (
      <div className="mt-2" aria-hidden="true">
        <Skeleton width="min(640px, 92%)" height="20px" />
      </div>
    );
  const { rows, bytes } = growth.total;
  const takes = ({ heapBytes, toastBytes, indexBytes }: Health) =>
    t.takes(value("bytes", heapBytes + toastBytes + indexBytes), value("bytes", indexBytes));
  if (rows === 0) return <Abstract className="mt-1">{t.empty}</Abstract>;
  return (
    <Abstract className="mt-1">
      <b>{t.holds(value("rows", rows), value("bytes", bytes))}</b>
      {host ? t.ofHost(host) : health ? takes(health) : "."}{" "}
      {forecast ? <Pace forecast={forecast} value={value} month={month} /> : t.young}
    </Abstract>
  );
}

type PaceProps = {
  forecast: Forecast;
  value: ReturnType<typeof useFigures>["value"];
  month: (seconds: number) => string;
};

function Pace({ forecast, value, month }: PaceProps) {
  const t = useText().storage.abstract;
  const { perDay, fullAt, limit, unit } = forecast;
  const now = useNow();
  const amount = value(unit, Math.round(Math.abs(perDay)));
  const pace = unit === "disk" ? t.onDisk(amount) : amount;
  const range = ({ at, from, to }: NonNullable<Forecast["fullAt"]>) => {
    if (from === null || month(from) === month(to ?? at)) return null;
    return to === null ? t.notBefore(month(from)) : t.between(month(from), month(to));
  };
  const grows = perDay >= 0.5 ? t.grows(pace) : perDay <= -0.5 ? t.shrinks(pace) : t.still;
  if (!limit) return <>{grows}.</>;
  const far = limit.source === "volume" ? t.roomFor : t.limitFar;
  if (!fullAt || fullAt.at - now > FAR_SECONDS)
    return (
      <>
        {grows}
        {perDay > 0 ? far : "."}
      </>
    );
  return (
    <>
      {grows}
      {limit.source === "volume" ? t.fullAt : t.limitAt}{" "}
      <b>{fullAt.at <= now ? t.now : t.about(month(fullAt.at))}</b>
      {fullAt.at > now && range(fullAt)}.
    </>
  );
}
