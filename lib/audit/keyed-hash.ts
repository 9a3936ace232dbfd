import "server-only";
import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { ConsoleError } from "@/lib/errors";

/**
 * Stands for a private word (what was searched for, a name nobody has) in the trail and in counters:
 * equal words give equal hashes, and nobody without the secret can try words against them.
 * HMAC-SHA-256, 32 hex digits; `purpose` keeps the hashes of different places from being compared.
 */
export function keyedHash(purpose: string, word: string): string {
  const { secret } = env();
  if (!secret) {
    throw new ConsoleError(
      "unavailable",
      "MUNIMENT_SECRET is not set, so private words cannot be kept.",
    );
  }
  return createHmac("sha256", secret)
    .update(`${purpose}\0${word}`, "utf8")
    .digest("hex")
    .slice(0, 32);
}

/** What an answer consisted of, without saying it: SHA-256 over the row ids in the order served. */
export function hashIds(ids: readonly (number | string)[]): string {
  return createHash("sha256").update(ids.join("\n"), "utf8").digest("hex");
}
