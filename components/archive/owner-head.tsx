"use client";

import { usePreferences } from "@/components/preferences";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { formatNumber } from "@/lib/format/number";
import { JumpToDate } from "./jump-to-date";

type Props = {
  owner: OwnerDetailView;
  /** The conversation shown, with its counts; null: everything. */
  conversation: ConversationView | null;
  peerName: string | null;
  onJump(day: string): void;
  onNewest(): void;
  /** Opens the list of conversations where it has left the page. */
  pick: React.ReactNode;
};

/** Whose archive, and the sentence that says how much of what there is. Rows and messages are counted apart. */
export function OwnerHead({ owner, conversation, peerName, onJump, onNewest, pick }: Props) {
  const { archive } = useText();
  const t = archive.owner;
  const { locale } = usePreferences();
  const number = (value: number) => formatNumber(value, locale);
  const rows = conversation ? conversation.rows : owner.rows;
  const texts = conversation?.texts ?? null;
  const lead = owner.isRoom ? t.room : peerName === null ? t.everything : t.withPeer(peerName);
  return (
    <header className="who">
      <PageTitle
        id={owner.jid}
        actions={
          <>
            {pick}
            <JumpToDate onJump={onJump} onNewest={onNewest} />
          </>
        }
      >
        {owner.name ?? owner.user}
      </PageTitle>
      <p className="sum">
        <bdi>{lead}</bdi>{" "}
        {rows === null ? (
          t.partial
        ) : (
          <>
            <b className="num">{t.summary(number(rows), rows)}</b>
            {texts !== null && (
              <span className="more">
                , {t.which(texts)} <b className="num">{t.summaryTexts(number(texts), texts)}</b>;{" "}
                {t.summaryFolded(number(rows - texts), rows - texts)}
              </span>
            )}
            .
          </>
        )}
      </p>
    </header>
  );
}
