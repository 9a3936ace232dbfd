import type { MessageDetailView, MessageView, PartyView, Said } from "@/lib/archive/views";
import { isoTime } from "./output";

/** One message for a terminal: who, when, what, its life, the stanza. */
export function messageText(detail: MessageDetailView): string {
  const { message, owner, raw } = detail;
  return [
    `${isoTime(message.stamp)}  ${partyText(message.sender)}`,
    `${message.kind}, ${message.sizeBytes} bytes, row ${message.rowId} of ${owner.jid} (${owner.store})`,
    "",
    ...(message.subject ? [`Subject: ${saidText(message.subject)}`] : []),
    ...(message.text ? [saidText(message.text)] : []),
    ...lifeLines(message),
    "",
    `Rows ${message.rowIds.join(", ")}${otherCopyText(detail)}`,
    "",
    saidText(raw),
  ].join("\n");
}

function lifeLines(message: MessageView): string[] {
  const line = (it: { stamp: number; by: PartyView }, what: string) =>
    `${isoTime(it.stamp)}  ${what} by ${partyText(it.by)}`;
  return [
    ...message.versions.map((it) => `${isoTime(it.stamp)}  version: ${saidText(it.text)}`),
    ...message.claims.map((it) => line(it, `claimed ${it.what}`)),
    ...message.reactions.map((it) => line(it, `reaction ${it.emoji.map(saidText).join(" ")}`)),
    ...message.receipts.map((it) => line(it, "received")),
    ...message.markers.map((it) => line(it, it.name)),
    ...(message.moderation ? [line(message.moderation, "removed")] : []),
    ...(message.retraction ? [line(message.retraction, "retracted")] : []),
  ];
}

function otherCopyText({ otherCopy }: MessageDetailView): string {
  return otherCopy
    ? `; other copy: row ${otherCopy.rowId} of ${otherCopy.user}@${otherCopy.host}`
    : "";
}

export function partyText({ jid, nick }: PartyView): string {
  return printable(nick && jid ? `${nick} (${jid})` : (nick ?? jid ?? "unknown"));
}

export function saidText(said: Said): string {
  return said.closed ? `•••• (${said.characters} characters)` : printable(said.text);
}

/** A terminal obeys control characters, and strangers wrote these: all but tab and newline are named. */
function printable(text: string): string {
  return text.replace(
    /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}
