"use client";

import type { OpenReveal } from "@/components/archive/reveal/reading-notice";
import { useRefreshAt } from "@/components/archive/reveal/use-refresh-at";
import type { ShellReading } from "@/components/shell/types";
import { useText } from "@/components/use-text";
import type { KeptSearch, KeptSearches } from "@/lib/search/kept-views";
import { SearchBox } from "./box/search-box";
import { Understood } from "./chips/understood";
import type { SearchDeeds } from "./deeds";
import { AddFilter } from "./filters/add-filter";
import { SearchBody } from "./search-body";
import { useSearch } from "./use-search";

type Props = {
  /** The search that the address names, when it is kept. */
  initial: KeptSearch | null;
  kept: KeptSearches;
  hosts: readonly string[];
  readings: readonly ShellReading[];
  /** The role may search words, under a reading. */
  mayRead: boolean;
  /** The database has an index, or is about to. */
  indexed: boolean;
  openReveal: OpenReveal;
  deeds: SearchDeeds;
};

/** The first of them that is there. */
function focusOn(...selectors: string[]): void {
  const [found] = selectors.flatMap((it) => document.querySelector<HTMLElement>(it) ?? []);
  found?.focus({ preventScroll: true });
}

/** The box, what it was understood as, and the answer. */
export function SearchView(props: Props) {
  const { initial, kept, hosts, readings, mayRead, indexed, openReveal, deeds } = props;
  const t = useText().search;
  // Changes when a reading opens or ends, so that closed and open text never share an answer.
  const reading =
    readings
      .map((it) => it.id)
      .sort()
      .join(" ") || "closed";
  const ends = readings.map((it) => it.expiresAt);
  useRefreshAt(ends.length > 0 ? new Date(Math.min(...ends) * 1_000).toISOString() : null);
  const search = useSearch({ initial, reading, maySearchText: mayRead, indexed });
  const { box, said, go, page } = search;
  return (
    <div className="page search-page">
      <h1 className="vh">{t.title}</h1>
      <SearchBox
        text={box.text}
        onText={box.setText}
        onGo={(text) => {
          go(text, "enter");
          // Where words are closed, the next step is one key away.
          setTimeout(() => focusOn("[data-opens-reading]"));
        }}
        onLeave={() => focusOn(".answer", "#main")}
        hosts={hosts}
        placeholder={mayRead ? t.box.hint : t.box.metadataHint}
        busy={page.isFetching}
      />
      <Understood text={box.text} query={said} onGo={go}>
        <AddFilter text={box.text} onGo={go} hosts={hosts} words={mayRead} />
      </Understood>
      {box.gone && <p className="note mt-3">{t.kept.gone}</p>}
      <SearchBody
        search={search}
        reading={reading}
        mayRead={mayRead}
        hosts={hosts}
        openReveal={openReveal}
        deeds={deeds}
        kept={kept}
      />
    </div>
  );
}
