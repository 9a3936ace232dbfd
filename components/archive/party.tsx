import type { PartyView } from "@/lib/archive/views";
import { senderHue } from "@/lib/xmpp/sender-hue";

/** The name a party goes by here: the nickname in a room, else the bare JID's local part. */
export function partyName(party: PartyView): string {
  return party.nick ?? party.jid?.split("@")[0] ?? party.identity;
}

/** The hue of a sender as a custom property for `.grp`, `.quote` and `.cv`. */
export function hueStyle(identity: string): React.CSSProperties {
  return { "--w": `var(--who-${senderHue(identity)})` } as React.CSSProperties;
}
