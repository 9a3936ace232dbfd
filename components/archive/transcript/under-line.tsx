"use client";

import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MarkView, MessageView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";
import { formatStamp } from "@/lib/format/stamp";
import { countInvisible } from "@/lib/xmpp/visible-text";
import { Claims } from "./claims";
import { GoneMark } from "./gone-mark";
import { Reactions } from "./reactions";

/** Receipts, reads, reactions, retraction and claims: small, under the words. */
export function UnderLine({ message }: { message: MessageView }) {
  const t = useText().transcript;
  const { zone } = usePreferences();
  // The day is only said where it is not the day of the message.
  const at = (stamp: number) =>
    formatStamp(
      stamp,
      zone,
      dayKey(stamp, zone) === dayKey(message.stamp, zone) ? "clock-second" : "minute",
    );
  const { text, own, rowIds, peer, sender } = message;
  const twice = own && rowIds.length > 1 && peer === sender.jid;
  const marked = text && !text.closed ? countInvisible(text.text) : 0;
  // Most messages have nothing here: `.under:empty` takes no room.
  return (
    <div className="under">
      <GoneMark message={message} at={at} />
      <Claims claims={message.claims} at={at} />
      <Delivery message={message} at={at} />
      <Reactions reactions={message.reactions} at={at} />
      {marked > 0 && (
        <span className="mk">
          <Icon name="alert" />
          {t.marked(marked)}
        </span>
      )}
      {twice && <span className="mk">{t.copies}</span>}
      {message.privateInRoom && <span className="mk">{t.privateInRoom}</span>}
    </div>
  );
}

/** One check is received, two are read, each with its time. */
function Delivery({ message, at }: { message: MessageView; at(stamp: number): string }) {
  const t = useText().transcript;
  const { receipts, markers } = message;
  const read = markers.filter((it) => it.name !== "received");
  const got = receipts.length > 0 ? receipts : markers.filter((it) => it.name === "received");
  const state = [
    stateOf(got, at, t.receivedAt, t.receivedBy),
    stateOf(read, at, t.readAt, t.readBy),
  ].filter(Boolean);
  if (state.length === 0) return null;
  return (
    <span className="mk num">
      <Icon name={read.length > 0 ? "checks" : "check"} />
      {state.join(", ")}
    </span>
  );
}

function stateOf(
  marks: readonly MarkView[],
  at: (stamp: number) => string,
  one: (when: string) => string,
  many: (count: number, when: string) => string,
): string | null {
  const last = marks.at(-1);
  if (!last) return null;
  const people = new Set(marks.map((it) => it.by.identity)).size;
  return people > 1 ? many(people, at(last.stamp)) : one(at(marks[0]!.stamp));
}
