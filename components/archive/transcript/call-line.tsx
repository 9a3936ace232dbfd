"use client";

import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";
import { formatDuration } from "@/lib/format/duration";

type Props = { call: NonNullable<MessageView["call"]>; rows: number };

/** A call, told from its signalling (XEP-0353): the sound is in no archive. */
export function CallLine({ call, rows }: Props) {
  const t = useText().transcript;
  const { locale } = usePreferences();
  const steps = new Set(call.steps.map((s) => s.step));
  const outcome =
    call.durationSeconds !== null
      ? formatDuration(call.durationSeconds, locale)
      : steps.has("reject")
        ? t.callRejected
        : steps.has("retract")
          ? t.callRetracted
          : steps.has("proceed") || steps.has("finish")
            ? t.callRinging
            : t.callMissed;
  return (
    <span className="line">
      <Icon name="call" />
      <b>
        {call.media.includes("video") ? t.videoCall : t.voiceCall}, {outcome}
      </b>
      <span className="cap">{t.callSteps(rows)}</span>
    </span>
  );
}
