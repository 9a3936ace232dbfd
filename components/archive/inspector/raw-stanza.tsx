"use client";

import { usePreferences } from "@/components/preferences";
import { Code } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { useText } from "@/components/use-text";
import type { Said } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { type XmlToken, xmlTokens } from "@/lib/xmpp/xml-tokens";

const CLASS: Record<XmlToken["type"], string | undefined> = {
  tag: "t1",
  attr: "a1",
  value: "v1",
  mark: "p1",
  text: undefined,
  space: undefined,
};

/** The stanza as Prosody stored it, set with colour; verbatim when it is not well-formed. */
export function RawStanza({ raw, sizeBytes }: { raw: Said; sizeBytes: number }) {
  const t = useText().archive.inspector;
  const { locale } = usePreferences();
  if (raw.closed) return <p className="cap">{t.rawClosed(formatBytes(sizeBytes, locale))}</p>;
  return (
    <>
      <Code label={t.raw} wraps>
        <bdi dir="ltr">
          {xmlTokens(raw.text).map((token, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tokens of one text have no id and never move
            <span key={index} className={CLASS[token.type]}>
              {token.text}
            </span>
          ))}
        </bdi>
      </Code>
      <CopyButton value={raw.text} label={t.rawCopy} words />
    </>
  );
}
