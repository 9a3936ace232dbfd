"use client";

import { useState } from "react";
import type { ReadingKey } from "@/components/archive/archive-queries";
import { ConversationList } from "@/components/archive/conversations/conversation-list";
import {
  type CloseReveal,
  type OpenReading,
  type OpenReveal,
  ReadingNotice,
} from "@/components/archive/reveal/reading-notice";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { useText } from "@/components/use-text";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { OwnerCrumbs } from "./owner-crumbs";
import { EVERYTHING, OwnerView } from "./owner-view";
import { NamesProvider } from "./party";
import { useNames } from "./use-names";
import { useOwnerPlace } from "./use-owner-place";

type Props = {
  /** What the page cannot know yet. */
  banner: React.ReactNode;
  owner: OwnerDetailView;
  /** The newest conversation: what opens when the address names none. */
  newest: ConversationView | null;
  reading: OpenReading | null;
  mayRead: boolean;
  openReveal: OpenReveal;
  closeReveal: CloseReveal;
};

/** The archive of one person or room: conversations left, words in the middle, facts in the margin. */
export function OwnerPage({
  banner,
  owner,
  newest,
  reading,
  mayRead,
  openReveal,
  closeReveal,
}: Props) {
  const t = useText().archive.conversations;
  const [url, setUrl] = useOwnerPlace();
  const [picking, setPicking] = useState(false);
  const ref = { host: owner.host, user: owner.user };
  const readingKey: ReadingKey = reading?.id ?? "closed";
  const names = useNames(owner, newest, readingKey);
  const peer = owner.isRoom || url.with === EVERYTHING ? null : (url.with ?? newest?.peer ?? null);
  const choose = (next: string | null) => {
    setPicking(false);
    void setUrl(
      { with: next ?? EVERYTHING, at: null, date: null, row: null, from: null, to: null },
      { history: "push" },
    );
  };
  const list = (
    <ConversationList owner={ref} reading={readingKey} current={peer} onChoose={choose} />
  );
  return (
    <NamesProvider names={names}>
      <OwnerCrumbs owner={owner} />
      <div className="folio">
        {banner}
        <OwnerView
          key={peer ?? EVERYTHING}
          owner={owner}
          peer={peer}
          newest={newest}
          reading={readingKey}
          open={reading !== null}
          list={owner.isRoom ? null : list}
          pick={
            owner.isRoom ? null : (
              <Button small className="only-narrow" icon="user" onClick={() => setPicking(true)}>
                {t.show}
              </Button>
            )
          }
          notice={
            <ReadingNotice
              owner={ref}
              jid={owner.jid}
              reading={reading}
              mayRead={mayRead}
              openReveal={openReveal}
              closeReveal={closeReveal}
            />
          }
        />
        <Sheet open={picking} onOpenChange={setPicking} title={t.title} side="start">
          {list}
        </Sheet>
      </div>
    </NamesProvider>
  );
}
