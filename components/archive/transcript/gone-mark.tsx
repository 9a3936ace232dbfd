"use client";

import { usePartyName } from "@/components/archive/party";
import { SaidText } from "@/components/archive/said-text";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";

type Props = { message: MessageView; at(stamp: number): string };

/** Who took a message back or removed it, when, and whether its words are still stored. */
export function GoneMark({ message, at }: Props) {
  const t = useText().transcript;
  const partyName = usePartyName();
  const { retraction, moderation } = message;
  return (
    <>
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
        </span>
      )}
      {moderation?.reason && (
        <span className="mk">
          {t.moderatedReason}: <SaidText said={moderation.reason} />
        </span>
      )}
    </>
  );
}
