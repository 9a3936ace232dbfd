import { z } from "zod";
import { day, text, zone } from "@/lib/archive/search-params";
import { refusal } from "@/lib/refusal";
import { FORECAST_UNITS, SPLITS, STEPS } from "./views";

const host = text.min(1).optional();

export const growthParams = z.object({
  split: z.enum(SPLITS).default("host"),
  zone: zone.default("UTC"),
  from: day.optional(),
  to: day.optional(),
  step: z.enum(STEPS).optional(),
  host,
});

export const heatParams = z.object({
  zone: zone.default("UTC"),
  weeks: z.coerce.number().int().min(1).max(104).default(8),
  host,
});

export const diskParams = z.object({
  zone: zone.default("UTC"),
  from: day.optional(),
  to: day.optional(),
});

export const forecastParams = z.object({ unit: z.enum(FORECAST_UNITS).default("bytes"), host });

export const kindsParams = z.object({ host });

export const ownersParams = z.object({
  unit: z.enum(["rows", "bytes"]).default("bytes"),
  host,
  limit: z.coerce.number().int().min(1).max(200).default(24),
});

/** Without a user: what belongs to the host itself, such as uploads. */
export const ownerParams = z.object({ host: text.min(1), user: text.default("") });

/** @throws ConsoleError `invalid` when the range ends before it begins */
export function inOrder<T extends { from?: string; to?: string }>(range: T): T {
  if (range.from !== undefined && range.to !== undefined && range.from > range.to) {
    throw refusal("invalid", "range-backwards", { field: "to" });
  }
  return range;
}
