"use client";

import { memo } from "react";
import { useText } from "@/components/use-text";
import { segments } from "@/lib/xmpp/visible-text";

type Props = {
  /** Whatever a chat user wrote. */
  text: string;
  lang?: string | null;
  /** false inside a link or button: then an address is text. */
  links?: boolean;
  className?: string;
};

/**
 * Text of strangers: text nodes only, inside `<bdi>` so that its direction ends with it; controls that
 * cannot be seen become marks, and links say where they truly lead. Nothing is ever fetched.
 */
export const VisibleText = memo(function VisibleText({
  text,
  lang,
  className,
  links = true,
}: Props) {
  const words = useText().ui;
  return (
    <bdi className={className} lang={lang || undefined} dir="auto">
      {withOffsets(text).map(({ offset, part }) => {
        if (part.type === "text" || (part.type === "link" && !links)) return part.text;
        if (part.type === "mark") {
          return (
            <span key={offset} className="inv" title={words.invisible(part.label)}>
              {codeName(part.codePoint)}
            </span>
          );
        }
        return (
          <a
            key={offset}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title={words.leadsTo(part.host)}
            className="out"
          >
            {part.text}
          </a>
        );
      })}
    </bdi>
  );
});

/** Parts never move, so where a part stands is its name. */
function withOffsets(text: string) {
  return segments(text).map((part, offset) => ({ offset, part }));
}

function codeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
