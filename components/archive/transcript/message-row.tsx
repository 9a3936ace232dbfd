"use client";

import Link from "next/link";
import { memo } from "react";
import { hueStyle, usePartyName } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";
import { formatStamp, isoStamp } from "@/lib/format/stamp";
import { MessageContent } from "./message-content";
import { Quote } from "./quote";
import { UnderLine } from "./under-line";

type Props = {
  message: MessageView;
  head: boolean;
  /** Says with whom: several conversations are shown in one. */
  mixed?: boolean;
  selected: boolean;
  onSelect(rowId: number): void;
  onJump(rowId: number): void;
};

/** One message: gutter (when), words, and what happened to it. The name stands over the first of a run. */
export const MessageRow = memo(function MessageRow({
  message,
  head,
  mixed = false,
  selected,
  onSelect,
  onJump,
}: Props) {
  const t = useText().transcript;
  const { zone } = usePreferences();
  const titleOf = useStampTitle();
  const clock = formatStamp(message.stamp, zone, "clock-second");
  const name = usePartyName()(message.sender);
  return (
    <>
      {head && <RunHead message={message} mixed={mixed} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled for the whole transcript */}
      <article
        className={`m${selected ? " sel" : ""}${message.retraction || message.moderation ? " gone" : ""}`}
        style={hueStyle(message.sender.identity)}
        tabIndex={-1}
        data-row={message.rowId}
        aria-current={selected || undefined}
        aria-label={`${message.own ? t.sent(name) : t.received(name)}, ${clock}`}
        onClick={(event) => {
          // Selecting text or following a link is not asking for the inspector.
          if (
            !window.getSelection()?.toString() &&
            !(event.target as Element).closest("a, button, summary, details")
          )
            onSelect(message.rowId);
        }}
      >
        <Link
          className="when"
          prefetch={false}
          href={`/archive/message/${message.rowId}`}
          data-tip={titleOf(message.stamp)}
          tabIndex={-1}
        >
          <time dateTime={isoStamp(message.stamp)}>
            {clock.slice(0, 5)}
            <i>{clock.slice(5)}</i>
          </time>
        </Link>
        <div className="say">
          {message.reply && <Quote reply={message.reply} onJump={onJump} />}
          <MessageContent message={message} />
          <UnderLine message={message} />
        </div>
      </article>
    </>
  );
});

function RunHead({ message, mixed }: { message: MessageView; mixed: boolean }) {
  const t = useText().transcript;
  const { sender } = message;
  const partyName = usePartyName();
  // In a private message of a room the resource is the nickname (XEP-0045, 7.5).
  const viaRoom = message.privateInRoom && !message.own && sender.resource !== null;
  return (
    <div className={`grp${message.own ? " own" : ""}`} style={hueStyle(sender.identity)}>
      <span className="nm">
        <bdi>{viaRoom ? sender.resource : partyName(sender)}</bdi>
      </span>
      {viaRoom && (
        <span className="jid">
          <bdi>{t.privateVia(partyName(sender))}</bdi>
        </span>
      )}
      {sender.nick && sender.jid && (
        <span className="jid" title={sender.proof === "muc-user" ? t.provenItem : t.proven}>
          {sender.jid}
        </span>
      )}
      {sender.resource && !sender.nick && !viaRoom && (
        <span className="res">{sender.resource}</span>
      )}
      {mixed && message.own && message.peer !== null && (
        <span className="jid">
          <bdi>{t.to(partyName({ ...sender, jid: message.peer, nick: null }))}</bdi>
        </span>
      )}
      <span className="lead" />
    </div>
  );
}
