"use client";

import { createContext, type ReactNode, use, useCallback } from "react";
import { useText } from "@/components/use-text";
import type { PartyView } from "@/lib/archive/views";
import { senderHue } from "@/lib/xmpp/sender-hue";

/** Display names by bare JID, from the vCards that the server keeps. */
type Names = ReadonlyMap<string, string>;

const Context = createContext<Names>(new Map());

export function NamesProvider({ names, children }: { names: Names; children: ReactNode }) {
  return <Context value={names}>{children}</Context>;
}

/** The name a party goes by here: the nickname in a room, else the display name or the local part. */
export function usePartyName(): (party: PartyView) => string {
  const names = use(Context);
  const unknown = useText().transcript.unknownSender;
  return useCallback(
    (party) =>
      party.nick ??
      (party.jid === null
        ? unknown
        : (names.get(party.jid) ?? party.jid.split("@")[0] ?? party.jid)),
    [names, unknown],
  );
}

/** The hue of a sender as a custom property for `.grp`, `.quote` and `.cv`. */
export function hueStyle(identity: string): React.CSSProperties {
  return { "--w": `var(--who-${senderHue(identity)})` } as React.CSSProperties;
}
