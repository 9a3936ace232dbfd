import type { Said } from "@/lib/archive/views";
import { isoStamp } from "@/lib/format/stamp";
import type { Hit } from "./views";

const METADATA = [
  "number",
  "row_id",
  "time_utc",
  "archive_id",
  "host",
  "owner",
  "is_room",
  "with",
  "own",
  "sender",
  "nickname",
  "sender_proof",
  "kind",
  "size_bytes",
  "characters",
] as const;

/** What the words are in, only where a reading opens them. `text_cut`: the message goes on. */
const TEXT = ["subject", "text", "text_cut"] as const;

export type CsvRecord = Partial<
  Record<(typeof METADATA)[number] | (typeof TEXT)[number], string | number>
>;

export function columnsOf(open: boolean): string[] {
  return open ? [...METADATA, ...TEXT] : [...METADATA];
}

export function recordOf({ owner, peer, line }: Hit, number: number): CsvRecord {
  const { message } = line;
  const { sender, text, subject } = message;
  return {
    number,
    row_id: message.rowId,
    time_utc: isoStamp(message.stamp),
    archive_id: message.archiveId,
    host: owner.host,
    owner: owner.jid,
    is_room: yesNo(owner.isRoom),
    with: peer ?? "",
    own: yesNo(message.own),
    sender: sender.jid ?? "",
    nickname: sender.nick ?? "",
    sender_proof: sender.proof ?? "",
    kind: message.kind,
    size_bytes: message.sizeBytes,
    characters: charactersOf(text),
    subject: wordsOf(subject),
    text: wordsOf(text),
    text_cut: text && !text.closed ? yesNo(text.cut) : "",
  };
}

const yesNo = (is: boolean) => (is ? "yes" : "no");

function charactersOf(said: Said | null): number | string {
  if (!said) return "";
  return said.closed ? said.characters : [...said.text].length;
}

function wordsOf(said: Said | null): string {
  return said && !said.closed ? said.text : "";
}
