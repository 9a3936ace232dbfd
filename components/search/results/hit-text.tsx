"use client";

import { useText } from "@/components/use-text";
import type { Highlight } from "@/lib/search/views";
import { excerptOf } from "./excerpt";
import { type HitPart, hitParts, type Piece } from "./hit-parts";

type Props = {
  text: string;
  ranges: readonly Highlight[];
  /** false: an address is text. */
  links?: boolean;
};

/**
 * What a stranger wrote, around its found words: text nodes only, inside `<bdi>`; controls that cannot
 * be seen are marks, links say where they lead. As VisibleText, with found words marked.
 */
export function HitText({ text, ranges, links = true }: Props) {
  const excerpt = excerptOf(text, ranges);
  return (
    <bdi dir="auto">
      {!excerpt.begins && "… "}
      {hitParts(excerpt.text, excerpt.ranges).map((part) => (
        <Part key={part.at} part={part} links={links} />
      ))}
      {!excerpt.ends && " …"}
    </bdi>
  );
}

function Part({ part: { segment, pieces }, links }: { part: HitPart; links: boolean }) {
  const words = useText().ui;
  if (segment.type === "text" || (segment.type === "link" && !links))
    return <Pieces pieces={pieces} />;
  if (segment.type === "link") {
    return (
      <a
        href={segment.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={words.leadsTo(segment.host)}
        className="out"
      >
        <Pieces pieces={pieces} />
      </a>
    );
  }
  const code = segment.codePoint.toString(16).toUpperCase().padStart(4, "0");
  const sign = (
    <span className="inv" title={words.invisible(segment.label)}>
      U+{code}
    </span>
  );
  return pieces.some((it) => it.hit) ? <mark className="hit">{sign}</mark> : sign;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ at, text, hit }) =>
    hit ? (
      <mark key={at} className="hit">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
