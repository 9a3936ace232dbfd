"use client";

import { usePartyName } from "@/components/archive/party";
import { SaidText } from "@/components/archive/said-text";
import type { MessageView } from "@/lib/archive/views";

type Props = { reactions: MessageView["reactions"]; at(stamp: number): string };

/** Who reacted and how; an empty set is a reaction taken back (XEP-0444) and shows in the life story. */
export function Reactions({ reactions, at }: Props) {
  const partyName = usePartyName();
  return reactions
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
    ));
}
