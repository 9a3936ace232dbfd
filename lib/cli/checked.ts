import type { z } from "zod";
import { reasonOf, refusal } from "@/lib/refusal";

/** @throws ConsoleError `invalid`, naming the field, never its value. */
export function checked<S extends z.ZodType>(
  field: string,
  schema: S,
  value: unknown,
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0]?.message ?? "is not valid";
  throw refusal("invalid", reasonOf(problem) ?? "request-invalid", {
    field,
    words: `${field}: ${problem}`,
  });
}
