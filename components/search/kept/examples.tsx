"use client";

import { useText } from "@/components/use-text";
import { asksText } from "@/lib/search/language/asks-text";
import { parseQuery } from "@/lib/search/language/parse-query";
import { KeptText } from "./kept-text";

type Props = {
  /** The role searches words; else only examples without them. */
  words: boolean;
  onGo: (text: string) => void;
};

/** The language by example; each can be tried. */
export function Examples({ words, onGo }: Props) {
  const t = useText().search.examples;
  const lines = t.lines.filter(([query]) => words || !asksText(parseQuery(query)));
  return (
    <section>
      <h2 className="h2">{t.title}</h2>
      <ul className="examples">
        {lines.map(([query, means]) => (
          <li key={query}>
            <button
              type="button"
              className="plain"
              aria-label={t.run(query)}
              onClick={() => onGo(query)}
            >
              <KeptText text={query} />
            </button>
            <span className="cap">{means}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
