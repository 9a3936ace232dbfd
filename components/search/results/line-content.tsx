"use client";

import { SaidText } from "@/components/archive/said-text";
import { CallLine } from "@/components/archive/transcript/call-line";
import { EncryptedLine } from "@/components/archive/transcript/encrypted-line";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView, Said } from "@/lib/archive/views";
import type { HitLine } from "@/lib/search/views";
import { useFound } from "../found";
import { FoundFile } from "./found-file";
import { HitText } from "./hit-text";

/** What one line says: its words with what was found in them, or for what has none one line that names it. */
export function LineContent({ line }: { line: HitLine }) {
  const { message } = line;
  const words = message.text ?? message.broken?.raw ?? null;
  const more = others(message);
  return (
    <>
      {message.subject && <Words said={message.subject} line={line} own={false} />}
      {words && <Words said={words} line={line} own={words === message.text} />}
      {more}
      {!words && !message.subject && !more && <NoWords message={message} />}
    </>
  );
}

function Words({ said, line, own }: { said: Said; line: HitLine; own: boolean }) {
  const found = useFound();
  if (said.closed || said.text === "") return <SaidText said={said} links={false} />;
  return <HitText text={said.text} ranges={own ? line.highlights : found(said.text)} />;
}

function others(message: MessageView) {
  if (message.encryption) {
    return <EncryptedLine encryption={message.encryption} sizeBytes={message.sizeBytes} />;
  }
  if (message.call) return <CallLine call={message.call} rows={message.rowIds.length} />;
  if (message.files.length === 0) return null;
  return message.files.map((file, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a message's files have no id and never move
    <FoundFile key={index} file={file} />
  ));
}

/** Receipts, reactions, invitations: their kind is all there is to say here. */
function NoWords({ message }: { message: MessageView }) {
  const { archive, transcript } = useText();
  const { kind, invite, reactions } = message;
  if (invite) {
    return (
      <span className="line">
        <Icon name="room" />
        <b>
          <bdi>{transcript.invite(invite.room)}</bdi>
        </b>
      </span>
    );
  }
  const emoji = reactions.flatMap((it) => it.emoji);
  return (
    <span className="line quiet">
      <Icon name="info" />
      <b>{archive.kinds[kind]}</b>
      {emoji.map((said, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: emoji of one reaction have no id
        <SaidText key={index} said={said} links={false} />
      ))}
    </span>
  );
}
