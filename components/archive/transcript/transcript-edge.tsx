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

export function OlderEdge({ query, stamp }: Props) {
  const t = useText().archive.transcript;
  const { zone } = usePreferences();
  if (stamp === undefined) return <div className="edge cap">{t.empty}</div>;
  if (!query.hasPreviousPage) return <div className="edge cap">{t.begin}</div>;
  return (
    <div className="edge cap">
      <button type="button" onClick={() => void query.fetchPreviousPage()}>
        {query.isFetchingPreviousPage ? t.loadingOlder : t.older(formatStamp(stamp, zone))}
      </button>
    </div>
  );
}

/** At the end of the archive somebody may look again: Prosody goes on writing. */
export function NewerEdge({ query, stamp }: Props) {
  const t = useText().archive.transcript;
  const { zone } = usePreferences();
  if (stamp === undefined) return <div className="edge cap" />;
  if (query.hasNextPage) {
    return (
      <div className="edge cap">
        <button type="button" onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? t.loadingNewer : t.newer(formatStamp(stamp, zone))}
        </button>
      </div>
    );
  }
  return (
    <div className="edge cap">
      {t.end}{" "}
      <button type="button" className="ms-2" onClick={() => void query.refetch()}>
        {query.isRefetching ? t.loadingNewer : t.lookAgain}
      </button>
    </div>
  );
}
