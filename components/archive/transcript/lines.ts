import type { MessageView } from "@/lib/archive/views";

export type DayLine = {
  type: "day";
  key: string;
  day: string;
  /** Unix seconds of the first message of the day that is loaded. */
  stamp: number;
  messages: number;
  rows: number;
  /** false while more of the same day may lie before or after what is loaded. */
  whole: boolean;
};
export type GapLine = { type: "gap"; key: string; seconds: number; usualSeconds: number | null };
export type MessageLine = {
  type: "message";
  key: string;
  message: MessageView;
  /** First of a run of one sender on one device: it carries the name. */
  head: boolean;
};
export type Line = DayLine | GapLine | MessageLine;

const HOUR = 3_600;
const GAP_AT_LEAST = 3 * 24 * HOUR;
/** A run of one sender ends after this silence, so that a name is never far away. */
const RUN_ENDS_AFTER = 2 * HOUR;

/**
 * Sets messages (oldest first) as lines: day heads, gaps, and runs of one sender.
 *
 * @param dayOf - the calendar day of a stamp in the zone of the lens
 * @param edges - whether older or newer rows exist beyond what is loaded
 */
export function toLines(
  messages: readonly MessageView[],
  dayOf: (stamp: number) => string,
  edges: { older: boolean; newer: boolean },
): Line[] {
  const usual = usualGap(messages);
  const lines: Line[] = [];
  let day = null as DayLine | null;
  let previous = null as MessageView | null;
  for (const message of messages) {
    const key = dayOf(message.stamp);
    const silence: number = previous ? message.stamp - previous.stamp : 0;
    if (silence >= GAP_AT_LEAST && (usual === null || silence >= 6 * usual)) {
      lines.push({
        type: "gap",
        key: `gap-${message.rowId}`,
        seconds: silence,
        usualSeconds: usual,
      });
    }
    if (day?.day !== key) {
      const first: boolean = day === null;
      day = {
        type: "day",
        key: `day-${key}`,
        day: key,
        stamp: message.stamp,
        messages: 0,
        rows: 0,
        whole: !(first && edges.older),
      };
      lines.push(day);
      previous = null;
    }
    day.messages += 1;
    day.rows += message.rowIds.length;
    const head = previous === null || silence > RUN_ENDS_AFTER || !sameRun(previous, message);
    lines.push({ type: "message", key: `m-${message.rowId}`, message, head });
    previous = message;
  }
  if (day && edges.newer) day.whole = false;
  return lines;
}

function sameRun(a: MessageView, b: MessageView): boolean {
  return (
    a.sender.identity === b.sender.identity &&
    a.sender.resource === b.sender.resource &&
    a.peer === b.peer
  );
}

/** The median of the silences of an hour and more: what is usual between conversations here. */
export function usualGap(messages: readonly MessageView[]): number | null {
  const silences: number[] = [];
  for (let i = 1; i < messages.length; i += 1) {
    const silence = messages[i]!.stamp - messages[i - 1]!.stamp;
    if (silence >= HOUR) silences.push(silence);
  }
  if (silences.length < 5) return null;
  silences.sort((a, b) => a - b);
  return silences[Math.floor(silences.length / 2)] ?? null;
}
