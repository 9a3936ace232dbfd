import "server-only";
import type { MaybeRow, PendingQuery, RowList } from "postgres";
import { ConsoleError } from "@/lib/errors";

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

function gone(cause?: unknown): ConsoleError {
  return new ConsoleError("unavailable", "The query was cancelled because nobody waited for it.", {
    cause,
  });
}
