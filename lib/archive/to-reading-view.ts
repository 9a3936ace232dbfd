import type { Reading } from "@/lib/auth/reading";
import type { ReadingView } from "./views";

export function toReadingView({ id, reason, expiresAt }: Reading): ReadingView {
  return { id, reason, expiresAt: expiresAt.toISOString() };
}
