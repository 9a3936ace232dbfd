/** What a route handler said when it could not answer (RFC 9457); its title is shown as it is. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Fetches JSON of our own routes; a session that ended leads to the sign-in page. */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (response.ok) return response.json();
  const problem: { title?: string; detail?: string } = await response.json().catch(() => ({}));
  if (response.status === 401) {
    window.location.assign(
      `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`,
    );
  }
  throw new AnswerError(
    response.status,
    problem.detail ?? problem.title ?? String(response.status),
  );
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
