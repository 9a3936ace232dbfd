import "server-only";
import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { refusal } from "@/lib/refusal";

/**
 * Stands for a private word (what was searched for, a name nobody has) in the trail and in counters:
 * equal words give equal hashes, and nobody without the secret can try words against them.
 * HMAC-SHA-256, 32 hex digits; `purpose` keeps the hashes of different places from being compared.
 */
export function keyedHash(purpose: string, word: string): string {
  const { secret } = env();
  if (!secret) {
    throw refusal("unavailable", "secret-missing");
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
