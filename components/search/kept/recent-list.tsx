"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { KeptSearch } from "@/lib/search/kept-views";
import { type SearchDeeds, useSearchDeed } from "../deeds";
import { KeptText, textOf } from "./kept-text";

type Props = {
  list: readonly KeptSearch[];
  deeds: Pick<SearchDeeds, "forget" | "clear">;
  onGo: (text: string) => void;
};

/** History of oneself: one entry or all of it can be forgotten. */
export function RecentList({ list, deeds, onGo }: Props) {
  const t = useText().search.kept;
  const { error, run } = useSearchDeed();
  return (
    <section>
      <div className="head">
        <h2 className="h2">{t.recent}</h2>
        {list.length > 0 && <ClearHistory clear={deeds.clear} />}
      </div>
      <p className="cap">{list.length > 0 ? t.recentNote : t.noneRecent}</p>
      {error && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      <ul className="keptlist">
        {list.map((it) => (
          <li key={it.id}>
            <button type="button" className="plain" onClick={() => onGo(textOf(it))}>
              <KeptText text={textOf(it)} />
            </button>
            <RelativeTime stamp={it.usedAt} className="cap" />
            <Tool
              icon="x"
              label={t.forget(textOf(it))}
              title={t.forget(textOf(it))}
              onClick={() => run(() => deeds.forget({ id: it.id }))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClearHistory({ clear }: { clear: SearchDeeds["clear"] }) {
  const t = useText().search.kept;
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useSearchDeed();
  return (
    <>
      <button type="button" className="link cap push" onClick={() => setAsking(true)}>
        {t.clear}
      </button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.clearTitle}
        note={t.clearNote}
        act={t.clear}
        busy={busy}
        error={error}
        onConfirm={() => run(clear, () => setAsking(false))}
      />
    </>
  );
}
