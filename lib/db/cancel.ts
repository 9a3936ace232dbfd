import "server-only";
import type { MaybeRow, PendingQuery, RowList } from "postgres";
import type { ConsoleError } from "@/lib/errors";
import { refusal } from "@/lib/refusal";

/**
 * Runs a postgres.js query that ends when the browser goes away: the server is told to stop, not only
 * we to stop listening. Throws ConsoleError("unavailable") when it was cancelled.
 */
export async function cancellable<T extends readonly MaybeRow[]>(
  query: PendingQuery<T>,
  signal: AbortSignal | null | undefined,
): Promise<RowList<T>> {
  if (signal?.aborted) throw gone();
  const cancel = () => query.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await (query as PromiseLike<RowList<T>>);
  } catch (error) {
    if (signal?.aborted) throw gone(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

/** Nobody waits for this query any more. */
export function gone(cause?: unknown): ConsoleError {
  return refusal("unavailable", "query-cancelled", { cause });
}
