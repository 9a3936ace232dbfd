import { ZodError } from "zod";
import { ConsoleError, type ErrorCode } from "@/lib/errors";
import { refusal } from "@/lib/refusal";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  "no-reading": 403,
  "not-found": 404,
  invalid: 400,
  conflict: 409,
  busy: 503,
  "over-budget": 429,
  unavailable: 503,
};

/** RFC 9457 for a failure the client can act on, `code` and `reason` (if it has one) being stable; null for anything else, which is a bug. */
export function problemOf(error: unknown): Response | null {
  const known = error instanceof ZodError ? invalid(error) : error;
  if (!(known instanceof ConsoleError)) return null;
  const { code, message, details } = known;
  const status = STATUS[code];
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (status === 503 || status === 429)
    headers.set("retry-after", String(details.retryAfterSeconds ?? 2));
  const { reason, field } = details;
  const body = { type: "about:blank", title: message, status, code, reason, field };
  return new Response(JSON.stringify(body), { status, headers });
}

/** Says which field, never what was in it. */
function invalid(error: ZodError): ConsoleError {
  const field = error.issues[0]?.path.join(".") || undefined;
  return refusal("invalid", "request-invalid", { field });
}
