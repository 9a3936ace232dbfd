import { z } from "zod";
import { errors } from "@/lib/i18n/en/errors";

/** An empty database with our tables is larger than this. */
export const LEAST_LIMIT = 64 * 1024 ** 2;
/** Larger than any table of PostgreSQL times a hundred; still an exact number. */
export const MOST_LIMIT = 4 * 1024 ** 5;

export const limitRequest = z.strictObject({
  /** Of the whole database; null: as large as the volume. */
  bytes: z
    .number({ error: errors["limit-number"] })
    .min(LEAST_LIMIT, errors["limit-small"])
    .max(MOST_LIMIT, errors["limit-large"])
    .refine(Number.isInteger, errors["limit-number"])
    .nullable(),
  /** What the form showed. */
  version: z.number().int().min(0),
});
export type LimitRequest = z.output<typeof limitRequest>;
