import type { HoldScope } from "./views";

/** What a hold is about, as the trail says it. */
export function holdSubject({ host, user, peer }: HoldScope): string {
  if (user === null) return host;
  return peer === null ? `${user}@${host}` : `${user}@${host} with ${peer}`;
}
