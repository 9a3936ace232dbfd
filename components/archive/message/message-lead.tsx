"use client";

import { usePartyName } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { MessageDetailView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";

/** The sentence the page opens with: who to whom, what it is, and how many rows tell of it. */
export function MessageLead({ detail }: { detail: MessageDetailView }) {
  const { archive } = useText();
  const t = archive.message.lead;
  const { locale } = usePreferences();
  const partyName = usePartyName();
  const { message, owner, peer } = detail;
  const other = message.own ? peer : owner.jid;
  const nobody = { nick: null, resource: null, proof: null };
  const to =
    owner.isRoom || other === null
      ? t.inRoom(owner.user)
      : t.to(partyName({ ...nobody, jid: other, identity: other }));
  return (
    <p className="sum">
      <b>
        <bdi>{partyName(message.sender)}</bdi>
      </b>{" "}
      <bdi>{to}</bdi>: {archive.kinds[message.kind]}, {formatBytes(message.sizeBytes, locale)}
      {t.rows(message.rowIds.length)}
    </p>
  );
}
