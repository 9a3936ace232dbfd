"use client";

import type { KeptSearch } from "@/lib/search/kept-views";
import { parseQuery } from "@/lib/search/language/parse-query";
import { paintParts } from "../box/paint-parts";

/** As the box would say it. */
export const textOf = ({ filters, words }: Pick<KeptSearch, "filters" | "words">) =>
  `${filters} ${words}`.trim();

/** A query in the colours of the box. */
export function KeptText({ text }: { text: string }) {
  return (
    <bdi className="painted">
      {paintParts(text, parseQuery(text).understood).map((part) => (
        <span key={part.at} className={`q-${part.look}`}>
          {part.text}
        </span>
      ))}
    </bdi>
  );
}
