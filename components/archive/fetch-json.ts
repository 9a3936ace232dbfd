import { WATCHING_HEADER } from "@/lib/auth/watching";

/** What a route handler said when it could not answer (RFC 9457); shown by `sentenceOf`. Status 0: it said nothing. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
  constructor(
    readonly status: number,
    message: string,
    readonly reason?: string,
    /** With a 503: when to come again. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

type Problem = { title?: string; detail?: string; reason?: string };

/** Fetches JSON of our own routes; a session that ended leads to the sign-in page. */
export function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(url, { signal, headers: { Accept: "application/json" } });
}

/** The same for what a page asks again and again by itself: it keeps nobody signed in. */
export function watchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(url, { signal, headers: { Accept: "application/json", [WATCHING_HEADER]: "1" } });
}

/** The same by POST: for what must not stand in an address. */
export function postJson<T>(url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  return ask<T>(url, { method: "POST", body: JSON.stringify(body), signal, headers });
}

async function ask<T>(url: string, request: RequestInit): Promise<T> {
  const response = await fetch(url, request).catch((error) => {
    if (request.signal?.aborted) throw error;
    throw new AnswerError(0, String(error), "console-away");
  });
  if (response.ok) return response.json();
  const problem: Problem = await response.json().catch(() => ({}));
  if (response.status === 401) {
    window.location.assign(
      `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`,
    );
  }
  const message = problem.detail ?? problem.title ?? String(response.status);
  const after = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  const retryAfterSeconds = Number.isNaN(after) ? null : after;
  throw new AnswerError(response.status, message, problem.reason, retryAfterSeconds);
}

export function withParams(
  path: string,
  params: Record<string, string | number | null | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
