import type { SharedFile } from "@/lib/xmpp/facts";
import { shownMediaType } from "./claims";
import type { Veil } from "./veil";
import type { FileView } from "./views";

/** Name, address and the address's host are the sender's words; size and class of media are not. */
export function toFileView(file: SharedFile, veil: Veil): FileView {
  return {
    name: file.name === null ? null : veil.say(file.name),
    url: file.url === null ? null : veil.say(file.url),
    host: veil.open ? hostOf(file.url) : null,
    mediaType: shownMediaType(file.mediaType, veil),
    sizeBytes: file.sizeBytes,
    encrypted: file.encrypted,
  };
}

/** The host a link would really lead to; null for what is not an address. */
function hostOf(url: string | null): string | null {
  if (url === null) return null;
  // aesgcm is not a special scheme for URL: host and port would be read by other rules.
  const address = url.replace(/^aesgcm:/i, "https:");
  return URL.canParse(address) ? new URL(address).host || null : null;
}
