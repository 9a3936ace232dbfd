import type { JsonObject } from "@/lib/audit/canonical";
import { type ErrorReason, errors } from "@/lib/i18n/en/errors";

/**
 * Work that could not be done for a reason people can act on. `result` stays with the job: whose part it
 * is, the statements to run by hand.
 */
export class JobFailure extends Error {
  override readonly name = "JobFailure";
  constructor(
    readonly reason: ErrorReason,
    readonly result: JsonObject | null = null,
    options: ErrorOptions = {},
  ) {
    super(errors[reason], options);
  }
}
