"use client";

import { hueStyle, usePartyName } from "@/components/archive/party";
import { SaidLine } from "@/components/archive/said-text";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";

type Props = { reply: NonNullable<MessageView["reply"]>; onJump(rowId: number): void };

/** The quoted line of a reply (XEP-0461), in its sender's hue; leads to the message when it is archived here. */
export function Quote({ reply, onJump }: Props) {
  const t = useText().transcript;
  const partyName = usePartyName();
  const { rowId } = reply;
  const line = (
    <>
      {reply.sender && (
        <b>
          <bdi>{partyName(reply.sender)}</bdi>
        </b>
      )}{" "}
      <q>{reply.excerpt ? <SaidLine said={reply.excerpt} /> : t.replyGone}</q>
      {reply.fromFallback && <span className="cap"> {t.replyFromQuote}</span>}
    </>
  );
  const style = reply.sender ? hueStyle(reply.sender.identity) : undefined;
  if (rowId === null) {
    return (
      <span className="quote" style={style}>
        {line}
      </span>
    );
  }
  return (
    <button type="button" className="quote" style={style} onClick={() => onJump(rowId)}>
      {line}
    </button>
  );
}
