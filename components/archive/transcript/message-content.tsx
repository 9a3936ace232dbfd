"use client";

import Link from "next/link";
import { SaidText } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { CallLine } from "./call-line";
import { Edits } from "./edits";
import { EncryptedLine } from "./encrypted-line";
import { FileLine } from "./file-line";
import { OrphanLine } from "./orphan-line";

/** What a message says: its words or, for what has none, one line that names it. */
export function MessageContent({ message }: { message: MessageView }) {
  const t = useText().transcript;
  const { locale } = usePreferences();
  if (message.broken) {
    return (
      <>
        <code className="raw-body">
          <SaidText said={message.broken.raw} links={false} />
        </code>
        <span className="line loss">
          <Icon name="alert" />
          <b>{t.broken}</b>
          <span className="cap">
            {message.broken.raw.closed ? t.brokenClosed : t.brokenWhy(message.broken.problem)}
          </span>
        </span>
      </>
    );
  }
  const words = message.text && (
    <span className="words">
      <SaidText said={message.text} />
    </span>
  );
  const struck = message.retraction || (message.moderation && message.text);
  return (
    <>
      {message.subject && (
        <span className="line">
          <span className="cap">{t.subject}</span>
          <b>
            <SaidText said={message.subject} />
          </b>
        </span>
      )}
      {message.spoiler && (
        <span className="cap">
          {t.spoiler}: <SaidText said={message.spoiler} />
        </span>
      )}
      {struck && words ? <s>{words}</s> : words}
      {message.text?.closed === false && message.text.cut && (
        <span className="cap">
          {t.cut(formatBytes(message.sizeBytes, locale))}{" "}
          <Link prefetch={false} href={`/archive/message/${message.rowId}`}>
            {t.cutOpen}
          </Link>
        </span>
      )}
      {message.otherLanguages.map((other) => (
        <span key={other.lang ?? ""} className="words">
          <span className="cap">{t.alsoIn(other.lang ?? "?")} </span>
          <SaidText said={other.text} />
        </span>
      ))}
      {message.files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message's files have no id and never move
        <FileLine key={index} file={file} />
      ))}
      {message.encryption && (
        <EncryptedLine encryption={message.encryption} sizeBytes={message.sizeBytes} />
      )}
      {message.call && <CallLine call={message.call} rows={message.rowIds.length} />}
      {message.invite && (
        <span className="line">
          <Icon name="room" />
          <b>{t.invite(message.invite.room)}</b>
          {message.invite.reason && (
            <span className="cap">
              <SaidText said={message.invite.reason} />
            </span>
          )}
        </span>
      )}
      {message.error && (
        <span className="line">
          <Icon name="alert" />
          <b>{t.error}</b>
          <span className="cap">
            {message.error.condition && t.errorCondition(message.error.condition)}
            {message.error.condition && message.error.text && ": "}
            {message.error.text && <SaidText said={message.error.text} />}
          </span>
        </span>
      )}
      <OrphanLine message={message} />
      {message.versions.length > 1 && <Edits versions={message.versions} />}
    </>
  );
}
