import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether an Authorization header carries the token (RFC 6750), in the same time whatever is wrong. */
export function carriesToken(authorization: string | null, token: string): boolean {
  const [, given = ""] = /^Bearer ([^\s]+)$/i.exec(authorization ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token));
}
