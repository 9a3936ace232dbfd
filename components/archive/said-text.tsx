"use client";

import { VisibleText } from "@/components/ui/visible-text";
import { useText } from "@/components/use-text";
import type { Said } from "@/lib/archive/views";

/** What a chat user wrote, or how long it is when the text is closed. */
export function SaidText({ said, links = true }: { said: Said; links?: boolean }) {
  const t = useText().transcript;
  if (said.closed) return <span className="closed">{t.closedText(said.characters)}</span>;
  if (said.text === "") return <span className="closed">{t.emptyText}</span>;
  if (said.text.trim() === "") {
    return <span className="closed">{t.blankText([...said.text].length)}</span>;
  }
  return <VisibleText text={said.text} links={links} />;
}

/** One line of it for lists: no links inside links. */
export function SaidLine({ said }: { said: Said }) {
  return (
    <SaidText
      said={said.closed ? said : { ...said, text: said.text.slice(0, 160) }}
      links={false}
    />
  );
}
