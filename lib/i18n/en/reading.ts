import { counting } from "../counting";

const { n, plural } = counting("en");

export const reading = {
  closedTitle: "The text is closed",
  closedWhy:
    "Who, when, what kind and how long is shown. The words open for one owner, with a reason, for at most 15 minutes; it is on the audit trail before the first word.",
  closedRole: "Your roles show who, when, what kind and how long; never the words.",
  open: "Open the text",
  dialogTitle: (jid: string) => `Read ${jid}`,
  dialogWhy:
    "The reason is written to the audit trail, with everything you read. The person can ask to see it.",
  reason: "Reason",
  reasonHint: "A ticket and what you need to find out, at least 8 characters",
  minutes: "For",
  minutesOption: (count: number) => plural(count, "minute", "minutes"),
  confirm: "Open and write to the trail",
  cancel: "Leave it closed",
  close: "Close the text",
  closing: "Closing",
  readingNow: (reason: string) => `Reading: ${reason}`,
  left: (minutes: number) => (minutes < 1 ? "less than a minute" : `${n(minutes)} min`),
  printed: (id: string, until: string) =>
    `Reading ${id}, open until ${until}. What was read is on the audit trail.`,
  ended: "The reading has ended; the text is closed again.",
};

export type ReadingTexts = typeof reading;
