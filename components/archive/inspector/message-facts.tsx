"use client";

import { usePreferences } from "@/components/preferences";
import { type Fact, Facts } from "@/components/ui/facts";
import { useText } from "@/components/use-text";
import type { MessageDetailView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatStamp } from "@/lib/format/stamp";
import { zoneCity } from "@/lib/format/zone";

/** What is known of one row, in words; who says so where a client chose it. */
export function MessageFacts({ detail }: { detail: MessageDetailView }) {
  const { archive, transcript } = useText();
  const t = archive.inspector;
  const { zone, locale } = usePreferences();
  const { message, owner, ids } = detail;
  const { sender } = message;
  const direction = owner.isRoom ? t.inRoom : message.own ? t.outgoing : t.incoming;
  const facts: (Fact | false)[] = [
    {
      name: t.archived,
      value: (
        <>
          {formatStamp(message.stamp, "UTC", "second")} UTC
          {zone !== "UTC" && (
            <div className="cap">
              {formatStamp(message.stamp, zone, "second")} {zoneCity(zone)}
            </div>
          )}
        </>
      ),
    },
    {
      name: t.ownerWith,
      value: (
        <>
          <bdi>{owner.jid}</bdi>
          {detail.peer && (
            <>
              , <bdi>{detail.peer}</bdi>
            </>
          )}{" "}
          <span className="cap">{direction}</span>
        </>
      ),
    },
    { name: t.kind, value: archive.kinds[message.kind] },
    sender.nick !== null && { name: t.nick, value: <bdi>{sender.nick}</bdi> },
    owner.isRoom && {
      name: t.realJid,
      value: sender.jid ? (
        <>
          <bdi>{sender.jid}</bdi>{" "}
          <span className="cap">
            {sender.proof === "muc-user" ? transcript.provenItem : transcript.proven}
          </span>
        </>
      ) : (
        <span className="cap">{t.notProven}</span>
      ),
    },
    sender.resource !== null &&
      !owner.isRoom && { name: t.device, value: <bdi className="mono">{sender.resource}</bdi> },
    { name: t.archiveId, value: <span className="mono">{message.archiveId}</span> },
    ids.originId !== null && { name: t.originId, value: <ByClient id={ids.originId} /> },
    ids.stanzaId !== null &&
      ids.stanzaId !== ids.originId && { name: t.stanzaId, value: <ByClient id={ids.stanzaId} /> },
    { name: t.rowId, value: <span className="mono">{detail.rowId}</span> },
    {
      name: t.size,
      value: (
        <>
          {formatBytes(message.sizeBytes, locale)}, {t.store}{" "}
          <span className="mono">{owner.store}</span>
        </>
      ),
    },
  ];
  return <Facts facts={facts} />;
}

function ByClient({ id }: { id: string }) {
  const t = useText().archive.inspector;
  return (
    <>
      <bdi className="mono">{id}</bdi> <span className="cap">{t.byClient}</span>
    </>
  );
}
