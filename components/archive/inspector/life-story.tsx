"use client";

import { usePartyName } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";
import { formatStamp, isoStamp } from "@/lib/format/stamp";
import { lifeOf } from "./life";

export function LifeStory({ message, owner }: { message: MessageView; owner: string }) {
  const t = useText().archive.inspector;
  const { zone } = usePreferences();
  const titleOf = useStampTitle();
  const partyName = usePartyName();
  return (
    <ol className="life">
      {lifeOf(message, owner, t, partyName).map((event) => (
        <li key={`${event.rowId} ${event.text}`} className={event.loss ? "x" : undefined}>
          <time dateTime={isoStamp(event.stamp)} title={titleOf(event.stamp)}>
            {formatStamp(event.stamp, zone, "second").slice(5)}
          </time>
          <span>{event.text}</span>
        </li>
      ))}
    </ol>
  );
}
