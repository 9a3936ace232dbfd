"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Anchor, histogramQuery, type ReadingKey } from "@/components/archive/archive-queries";
import { Histogram } from "@/components/archive/histogram/histogram";
import { HistogramPane } from "@/components/archive/histogram/histogram-pane";
import { Inspector } from "@/components/archive/inspector/inspector";
import { OwnerHead } from "@/components/archive/owner-head";
import { Transcript } from "@/components/archive/transcript/transcript";
import { usePreferences } from "@/components/preferences";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";
import { keepPlace } from "./keep-place";
import { useConversation } from "./use-conversation";
import { useOwnerPlace } from "./use-owner-place";

/** `with=*`: everything of this owner in one. */
export const EVERYTHING = "*";

type Props = {
  owner: OwnerDetailView;
  /** null: everything of this owner; the only conversation of a room. */
  peer: string | null;
  newest: ConversationView | null;
  reading: ReadingKey;
  open: boolean;
  list: React.ReactNode;
  /** Opens the list where it has left the page. */
  pick: React.ReactNode;
  notice: React.ReactNode;
};

/** One conversation with its histogram, list and margin. Remounted (key) for another conversation. */
export function OwnerView({ owner, peer, newest, reading, open, list, pick, notice }: Props) {
  const { zone } = usePreferences();
  const [url, setUrl] = useOwnerPlace();
  // Where the list was opened; scrolling moves only the address, so that *back* finds the place again.
  const [start, setStart] = useState<{ anchor: Anchor; jumps: number }>(() => ({
    anchor: url.at !== null ? { at: url.at } : url.date ? { date: url.date } : null,
    jumps: 0,
  }));
  const [inView, setInView] = useState<{ from: number; to: number } | null>(null);
  const range = url.from && url.to ? { from: url.from, to: url.to } : null;
  const histogram = useQuery(histogramQuery(owner, peer, zone, range));
  // Without the index the head's figure is the histogram's, which counts up to a bound.
  const whole = useQuery({
    ...histogramQuery(owner, peer, zone, null),
    enabled: owner.rows === null,
  });
  const conversation = useConversation(owner, peer, newest, reading);
  const name = conversation?.name ?? peer ?? owner.name ?? owner.user;

  const go = useCallback(
    (to: Anchor) => {
      setStart(({ jumps }) => ({ anchor: to, jumps: jumps + 1 }));
      void setUrl({
        at: to && "at" in to ? to.at : null,
        date: to && "date" in to ? to.date : null,
      });
    },
    [setUrl],
  );
  const onView = useCallback((view: { from: number; to: number; rowId: number }) => {
    setInView({ from: view.from, to: view.to });
    keepPlace(view.rowId);
  }, []);
  const onSelect = useCallback((row: number | null) => void setUrl({ row }), [setUrl]);
  const onJump = useCallback((rowId: number) => go({ at: rowId }), [go]);
  const selected = url.row;

  return (
    <>
      <OwnerHead
        owner={owner}
        conversation={conversation}
        counted={whole.data && !whole.data.missing ? whole.data.rows : null}
        peerName={peer === null ? null : name}
        day={inView && dayKey(inView.from, zone)}
        onJump={(date) => go({ date })}
        onNewest={() => go(null)}
        pick={pick}
      />
      <HistogramPane query={histogram}>
        {(view) => (
          <Histogram
            view={view}
            open={open}
            inView={inView}
            zoomed={range !== null}
            onJump={(date) => go({ date })}
            onZoom={(to) => {
              void setUrl({ from: to?.from ?? null, to: to?.to ?? null });
              if (to) go({ date: to.from });
            }}
          />
        )}
      </HistogramPane>
      <div
        className="panes"
        data-inspector={selected === null ? "closed" : "open"}
        data-list={list ? "shown" : "none"}
      >
        {list && <aside className="pane-side pane-list noprint">{list}</aside>}
        <div className="pane-mid">
          {notice}
          <Transcript
            key={`${start.jumps} ${zone} ${reading}`}
            owner={owner}
            peer={peer}
            name={name}
            anchor={start.anchor}
            reading={reading}
            selected={selected}
            onSelect={onSelect}
            onJump={onJump}
            onView={onView}
            mixed={peer === null && !owner.isRoom}
          />
        </div>
        {selected !== null && (
          <Inspector rowId={selected} reading={reading} onClose={() => onSelect(null)} />
        )}
      </div>
    </>
  );
}
