import type { Texts } from "@/lib/i18n/texts";
import type { ShellReading } from "./types";

/** What a reading opens, in words: a JID, a host, everything. */
export function readingLabel(
  { host, user }: Pick<ShellReading, "host" | "user">,
  text: Pick<Texts["frame"]["reading"], "everything" | "everybodyOf">,
): string {
  if (host === null) return text.everything;
  return user === null ? text.everybodyOf(host) : `${user}@${host}`;
}
