import type { Locale } from "@/lib/format/locale";
import { formatNumber } from "@/lib/format/number";
import type { OptionName } from "@/lib/i18n/en/options";
import type { Texts } from "@/lib/i18n/texts";
import type { LuaLiteral } from "@/lib/prosody/lua-config/value";
import { theOption } from "@/lib/prosody/options/catalogue";

const DAY = 86_400;

/** A period in words: whole days where it has them, else seconds. */
export function doesWords(t: Texts["policy"], does: number | "never" | "off" | "unknown"): string {
  if (typeof does !== "number") return t.does[does];
  return does >= DAY ? t.does.days(Math.round(does / DAY)) : t.does.seconds(Math.round(does));
}

/** Whole days of what we write: "270d" and seconds; null for "never" and everything else. */
export function daysIn(value: LuaLiteral | undefined): number | null {
  if (typeof value === "number") return value < 0 ? null : Math.round(value / DAY);
  const found = typeof value === "string" ? /^(\d+)d$/.exec(value) : null;
  return found ? Number(found[1]) : null;
}

/** A value as people say it: of a table, a comparison, a line that is crossed out. */
export function valueWords(
  { policy: t, options }: Texts,
  locale: Locale,
  name: OptionName,
  value: LuaLiteral | undefined,
): string {
  const { kind } = theOption(name);
  if (value === undefined) return t.unknownValue;
  if (kind.type === "period" || kind.type === "upload-period") {
    const days = daysIn(value);
    if (value === "never" || value === -1 || value === null) return t.unit.never;
    return days === null
      ? String(value ?? t.values.nothing)
      : `${formatNumber(days, locale)} ${t.unit.days}`;
  }
  if (kind.type === "switch") {
    const words = options[name];
    return String((value ? words.on : words.off) ?? value);
  }
  if (name === "default_archive_policy") return policyWord(t, value);
  if (typeof value === "number") return formatNumber(value, locale);
  if (value === null) return kind.type === "number" ? t.none : t.values.nothing;
  return Array.isArray(value) ? value.join(" ") || t.values.nothing : shown(value);
}

export function policyWord(t: Texts["policy"], value: LuaLiteral): string {
  if (value === true) return t.values.everybody;
  if (value === "roster") return t.values.contacts;
  return value === false ? t.values.nobody : shown(value);
}

const shown = (value: LuaLiteral) =>
  typeof value === "object" ? JSON.stringify(value) : String(value);
