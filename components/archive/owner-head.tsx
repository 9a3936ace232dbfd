"use client";

import { PageTitle } from "@/components/ui/page-title";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { JumpToDate } from "./jump-to-date";
import { OwnerSum } from "./owner-sum";

type Props = {
  owner: OwnerDetailView;
  /** The conversation shown, with its counts; null: there is none, undefined: not known yet. */
  conversation: ConversationView | null | undefined;
  /** Rows of what is shown where nothing is counted beforehand; null: not known. */
  counted: number | null;
  /** null: everything of this owner. */
  peerName: string | null;
  /** The day in view: where jumping begins. */
  day: string | null;
  onJump(day: string): void;
  onNewest(): void;
  /** Opens the list of conversations where it has left the page. */
  pick: React.ReactNode;
};

/** Whose archive, the sentence that says how much of what there is, and the ways through it. */
export function OwnerHead(props: Props) {
  const { owner, conversation, counted, peerName, day, onJump, onNewest, pick } = props;
  return (
    <header className="who">
      <PageTitle
        id={owner.jid}
        actions={
          <>
            {pick}
            <JumpToDate day={day} onJump={onJump} onNewest={onNewest} />
          </>
        }
      >
        {owner.name ?? owner.user}
      </PageTitle>
      <OwnerSum owner={owner} conversation={conversation} counted={counted} peerName={peerName} />
    </header>
  );
}
