export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "no-reading"
  | "not-found"
  | "invalid"
  | "conflict"
  | "busy"
  | "over-budget"
  | "unavailable";

/**
 * A failure the operator can understand and act on. `message` is shown as it is, so it never
 * contains message text, SQL or file paths; those belong in `cause`, which is only logged.
 */
export class ConsoleError extends Error {
  override readonly name = "ConsoleError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** `reason`: the sentence's name in lib/i18n, stable for whoever reads it (lib/refusal.ts). */
    readonly details: ErrorOptions & {
      field?: string;
      reason?: string;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(message, details);
  }
}

export type ActionResult<T = undefined> =
  | { ok: true; value: T }
  | {
      ok: false;
      error: {
        code: ErrorCode;
        message: string;
        reason?: string;
        fields?: Record<string, string[] | undefined>;
      };
    };

/** Turns a ConsoleError into a result for the form; everything else is a bug and is rethrown. */
export function toActionResult(error: unknown): ActionResult<never> {
  if (!(error instanceof ConsoleError)) throw error;
  const { code, message, details } = error;
  const fields = details.field ? { [details.field]: [message] } : undefined;
  return { ok: false, error: { code, message, reason: details.reason, fields } };
}
