"use client";

import { usePartyName } from "@/components/archive/party";
import { SaidText } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MarkView, MessageView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";
import { formatStamp } from "@/lib/format/stamp";

/** Receipts, reads, reactions, retraction and claims: small, under the words. */
export function UnderLine({ message }: { message: MessageView }) {
  const t = useText().archive.transcript;
  const { zone } = usePreferences();
  const partyName = usePartyName();
  // The day is only said where it is not the day of the message.
  const at = (stamp: number) =>
    formatStamp(
      stamp,
      zone,
      dayKey(stamp, zone) === dayKey(message.stamp, zone) ? "clock-second" : "minute",
    );
  const read = message.markers.filter((m) => m.name !== "received");
  const got =
    message.receipts.length > 0
      ? message.receipts
      : message.markers.filter((m) => m.name === "received");
  const state = [
    stateOf(got, at, t.receivedAt, t.receivedBy),
    stateOf(read, at, t.readAt, t.readBy),
  ].filter(Boolean);
  const { retraction, moderation } = message;
  const nothing =
    state.length === 0 &&
    !retraction &&
    !moderation &&
    message.reactions.length + message.claims.length === 0;
  const twice = message.own && message.rowIds.length > 1 && message.peer === message.sender.jid;
  if (nothing && !twice && !message.privateInRoom) return null;
  return (
    <div className="under">
      {retraction && (
        <>
          <span className="mark loss">
            <Icon name="retract" />
            {t.retracted(partyName(retraction.by), at(retraction.stamp))}
          </span>
          {message.text && <span className="mk">{t.retractedOriginal}</span>}
        </>
      )}
      {moderation && (
        <span className="mark loss">
          <Icon name="retract" />
          {t.moderated(moderation.byText ?? partyName(moderation.by), at(moderation.stamp))}
          {moderation.reason && (
            <span className="cap">
              {t.moderatedReason}: <SaidText said={moderation.reason} />
            </span>
          )}
        </span>
      )}
      {message.claims.map((claim) => (
        <span key={claim.rowId} className="mark guess">
          <Icon name="alert" />
          {(claim.what === "correction" ? t.claimCorrection : t.claimRetraction)(
            partyName(claim.by),
            at(claim.stamp),
          )}
          {claim.text && <SaidText said={claim.text} />}
        </span>
      ))}
      {state.length > 0 && (
        <span className="mk num">
          <Icon name={read.length > 0 ? "checks" : "check"} />
          {state.join(", ")}
        </span>
      )}
      {message.reactions
        .filter((reaction) => reaction.emoji.length > 0)
        .map((reaction) => (
          <span
            key={reaction.rowId}
            className="rx"
            title={`${partyName(reaction.by)}, ${at(reaction.stamp)}`}
          >
            {reaction.emoji.map((emoji, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: emoji of one reaction have no id
              <SaidText key={index} said={emoji} links={false} />
            ))}{" "}
            <bdi>{partyName(reaction.by)}</bdi>
          </span>
        ))}
      {twice && <span className="mk">{t.copies}</span>}
      {message.privateInRoom && <span className="mk">{t.privateInRoom}</span>}
    </div>
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
  const people = new Set(marks.map((m) => m.by.identity)).size;
  return people > 1 ? many(people, at(last.stamp)) : one(at(marks[0]!.stamp));
}
