import { formatCompact } from "@/lib/format/compact";
import type { Locale } from "@/lib/format/locale";
import { formatNumber } from "@/lib/format/number";

export type ValueTick = { value: number; label: string };

const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
const KIB = 1024;

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`. */
function niceStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const fits = (it: number) =>
    it * power >= least * (1 - 1e-9) && (!whole || Number.isInteger(it * power));
  return ([1, 2, 2.5, 5].find(fits) ?? 10) * power;
}

/** From 0 to the first round value that is not below `most`: about `count` steps. */
export function roundValues(most: number, count: number, whole: boolean): number[] {
  if (!(most > 0)) return [0, 1];
  const step = Math.max(niceStep(most / count, whole), whole ? 1 : 0);
  const steps = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Ticks of counted things. */
export function countTicks(most: number, locale: Locale, count = 4): ValueTick[] {
  return roundValues(most, count, true).map((value) => ({
    value,
    label: formatCompact(value, locale),
  }));
}

/** Ticks of bytes, round in their IEC unit; only the top one names it. */
export function byteTicks(most: number, locale: Locale, count = 4): ValueTick[] {
  const power = Math.min(
    UNITS.length - 1,
    most < 1 ? 0 : Math.floor(Math.log(most) / Math.log(KIB)),
  );
  const size = KIB ** power;
  const values = roundValues(most / size, count, power === 0);
  return values.map((value, i) => {
    const digits = values.every((it) => Number.isInteger(it)) ? 0 : 1;
    const number = formatNumber(value, locale, value === 0 ? 0 : digits);
    const last = i === values.length - 1;
    return {
      value: value * size,
      label: last ? `${number}\u00a0${unitName(power, locale)}` : number,
    };
  });
}

function unitName(power: number, locale: Locale): string {
  return power === 0 && locale === "de" ? "Byte" : (UNITS[power] ?? "");
}

/** Ticks of a share, 0–1, in percent; at least up to a tenth. */
export function shareTicks(most: number, locale: Locale, count = 4): ValueTick[] {
  const space = locale === "de" ? "\u00a0" : "";
  const values = roundValues(Math.max(10, most * 100), count, true);
  return values.map((value, i) => ({
    value: value / 100,
    label: `${formatNumber(value, locale)}${i === values.length - 1 ? `${space}%` : ""}`,
  }));
}
