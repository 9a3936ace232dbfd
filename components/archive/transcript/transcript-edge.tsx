"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { formatStamp } from "@/lib/format/stamp";
import type { TranscriptQuery } from "./use-transcript-pages";

type Props = {
  query: TranscriptQuery;
  /** Unix seconds of the loaded message next to this edge; undefined: there is none. */
  stamp: number | undefined;
};

/** Where older rows begin, what went wrong with them, or that there are none. */
export function OlderEdge({ query, stamp }: Props) {
  const t = useText().transcript;
  const { zone } = usePreferences();
  if (stamp === undefined) return <NothingHere query={query} />;
  if (!query.hasPreviousPage) return <div className="edge cap">{t.begin}</div>;
  return (
    <div className="edge cap">
      {query.isFetchPreviousPageError && <span role="alert">{t.failedOlder}</span>}
      <button type="button" className="link" onClick={() => void query.fetchPreviousPage()}>
        {query.isFetchingPreviousPage ? t.loadingOlder : t.older(formatStamp(stamp, zone))}
      </button>
    </div>
  );
}

/** No message on the pages so far; there may be some beyond, and then somebody may go on to look. */
function NothingHere({ query }: { query: TranscriptQuery }) {
  const t = useText().transcript;
  const { hasPreviousPage, hasNextPage, isFetching, fetchPreviousPage, fetchNextPage } = query;
  if (!hasPreviousPage && !hasNextPage) return <div className="edge cap">{t.empty}</div>;
  return (
    <div className="edge cap">
      <span>{t.emptyPage}</span>
      {hasPreviousPage && (
        <button
          type="button"
          className="link"
          disabled={isFetching}
          onClick={() => void fetchPreviousPage()}
        >
          {t.furtherBack}
        </button>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="link"
          disabled={isFetching}
          onClick={() => void fetchNextPage()}
        >
          {t.furtherOn}
        </button>
      )}
    </div>
  );
}

/** At the end of the archive somebody may look again: Prosody goes on writing. */
export function NewerEdge({ query, stamp }: Props) {
  const t = useText().transcript;
  const { zone } = usePreferences();
  if (stamp === undefined) return <div className="edge cap" />;
  if (query.hasNextPage) {
    return (
      <div className="edge cap">
        {query.isFetchNextPageError && <span role="alert">{t.failedNewer}</span>}
        <button type="button" className="link" onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? t.loadingNewer : t.newer(formatStamp(stamp, zone))}
        </button>
      </div>
    );
  }
  return (
    <div className="edge cap">
      <span>{t.end}</span>
      <button type="button" className="link noprint" onClick={() => void query.refetch()}>
        {query.isRefetching ? t.loadingNewer : t.lookAgain}
      </button>
    </div>
  );
}
