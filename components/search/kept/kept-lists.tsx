"use client";

import { useQuery } from "@tanstack/react-query";
import { cn } from "@/components/ui/cn";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { KeptSearches } from "@/lib/search/kept-views";
import type { SearchDeeds } from "../deeds";
import { keptQuery } from "../search-queries";
import { Examples } from "./examples";
import { RecentList } from "./recent-list";
import { SavedList } from "./saved-list";

type Props = {
  /** As they were when the page was made. */
  initial: KeptSearches;
  deeds: SearchDeeds;
  mayRead: boolean;
  onGo: (text: string) => void;
};

/** Under the empty box: what is saved, what one asked lately, what can be asked. */
export function KeptLists({ initial, deeds, mayRead, onGo }: Props) {
  const { search, errors } = useText();
  const { data, error } = useQuery({ ...keptQuery(), initialData: initial });
  const examples = <Examples words={mayRead} onGo={onGo} />;
  // What can be asked is all there is to read for somebody who comes the first time.
  const isFresh = data.saved.length + data.recent.length === 0;
  return (
    <div className={cn("kept", isFresh && "fresh")}>
      {isFresh && examples}
      <div>
        {error && (
          <p role="alert" className="note">
            {search.kept.failed} {sentenceOf(errors, error)}
          </p>
        )}
        <SavedList list={data.saved} deeds={deeds} onGo={onGo} />
        <RecentList list={data.recent} deeds={deeds} onGo={onGo} />
      </div>
      {!isFresh && examples}
    </div>
  );
}
