import type { OverviewTexts } from "@/lib/i18n/en/overview";
import type { ArchiveSize, Nights } from "@/lib/overview/views";
import type { Figures } from "../../storage/frame/use-figures";
import { leavingPerDay } from "../pace";

export type Figure = { label: string; value: string; hint: string };

type Context = { t: OverviewTexts["size"]; figures: Figures; now: number };

const NOT_KNOWN = "–";
/** Beyond it a month would be a pretence. */
const FAR_SECONDS = 10 * 365 * 86_400;

/** Rows, what comes and goes a day, and when the volume is full. What is not known is a dash that says why. */
export function figuresOf(size: ArchiveSize, nights: Nights, context: Context): Figure[] {
  const { t, figures } = context;
  const { rows, bytes } = size.growth.total;
  return [
    {
      label: t.rows,
      value: figures.value("rows", rows),
      hint: t.rowsHint(figures.value("bytes", bytes)),
    },
    arriving(size, context),
    expiring(size, nights, context),
    full(size, context),
  ];
}

function arriving({ arrive }: ArchiveSize, { t, figures }: Context): Figure {
  if (!arrive) return { label: t.arrive, value: NOT_KNOWN, hint: t.arriveYoung };
  const { rows, bytes, days } = arrive;
  return {
    label: t.arrive,
    value: figures.value("rows", Math.round(rows)),
    hint: t.arriveHint(figures.value("bytes", Math.round(bytes)), days),
  };
}

function expiring({ arrive }: ArchiveSize, nights: Nights, { t, figures }: Context): Figure {
  const { targets, known, unknown } = nights;
  const label = t.expire;
  if (targets.length === 0) {
    return !known || unknown.length > 0
      ? { label, value: NOT_KNOWN, hint: t.expireUnknown }
      : { label, value: figures.value("rows", 0), hint: t.expireNever };
  }
  const { rows, bytes, nights: count } = leavingPerDay(nights);
  const value = `≈ ${figures.value("rows", Math.round(rows))}`;
  if (!arrive) return { label, value, hint: t.expireHint(count) };
  const left = Math.round(arrive.rows - rows);
  // Few large rows may go for many small ones that come.
  const size = figures.value("bytes", Math.round(Math.abs(arrive.bytes - bytes)));
  const leftBytes = arrive.bytes < bytes ? `−${size}` : size;
  const hint =
    left >= 0
      ? t.expireGrows(figures.value("rows", left), leftBytes)
      : t.expireShrinks(figures.value("rows", -left));
  return { label, value, hint };
}

function full({ disk: forecast, diskBytes }: ArchiveSize, { t, figures, now }: Context): Figure {
  const own = forecast?.limit?.source === "setting";
  const label = own ? t.limit : t.full;
  const none = (hint: string): Figure => ({ label, value: NOT_KNOWN, hint });
  if (diskBytes === null) return none(t.fullHost);
  if (!forecast) return none(t.fullYoung);
  if (!forecast.limit) return none(t.fullUnknown);
  const room = figures.value("bytes", forecast.limit.bytes);
  const free = own ? t.limitOf(room) : t.fullFree(room);
  const { fullAt } = forecast;
  if (forecast.perDay <= 0) return { label, value: t.fullNever, hint: free };
  if (!fullAt || fullAt.at - now > FAR_SECONDS) return { label, value: t.fullFar, hint: free };
  const month = (at: number | null) => (at === null ? "…" : figures.month(at));
  return {
    label,
    value: `≈ ${figures.month(fullAt.at)}`,
    hint: t.fullHint(month(fullAt.from), month(fullAt.to), free),
  };
}
