"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { toLines } from "@/components/archive/transcript/lines";
import { MessageRow } from "@/components/archive/transcript/message-row";
import { DayHead, Gap } from "@/components/archive/transcript/transcript-line";
import { usePreferences } from "@/components/preferences";
import type { MessageDetailView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";

/** The message between its neighbours, set as the transcript sets them. */
export function MessageContext({ detail }: { detail: MessageDetailView }) {
  const router = useRouter();
  const { zone } = usePreferences();
  const { before, message, after } = detail;
  const lines = useMemo(
    () =>
      toLines([...before, message, ...after], (stamp) => dayKey(stamp, zone), {
        older: true,
        newer: true,
      }),
    [before, message, after, zone],
  );
  const open = (rowId: number) => router.push(`/archive/message/${rowId}`);
  return (
    <div className="script context">
      {lines.map((line) =>
        line.type === "day" ? (
          <DayHead key={line.key} line={line} />
        ) : line.type === "gap" ? (
          <Gap key={line.key} line={line} />
        ) : (
          <MessageRow
            key={line.key}
            message={line.message}
            head={line.head}
            selected={line.message.rowId === message.rowId}
            onSelect={open}
            onJump={open}
          />
        ),
      )}
    </div>
  );
}
