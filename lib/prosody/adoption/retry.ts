import "server-only";
import { sqlState } from "@/lib/db/transaction";
import { refusal } from "@/lib/refusal";

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Tries again while another session holds the lock: waiting in the queue for it would make everybody
 * behind us wait, too. With jitter, so that two of us do not meet again and again.
 */
export async function withLockRetries<T>(
  what: string,
  work: () => Promise<T>,
  attempts = 20,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt >= attempts) {
        throw refusal("busy", "table-locked", {
          cause: error,
          retryAfterSeconds: 60,
          words: `${what}: the table prosodyarchive was locked by others all the time. Nothing is half done; try again.`,
        });
      }
      await new Promise((done) => setTimeout(done, 200 + Math.random() * 800));
    }
  }
}
