"use client";

import Link from "next/link";
import { useMemo } from "react";
import { BothCopies } from "@/components/archive/inspector/both-copies";
import { LifeStory } from "@/components/archive/inspector/life-story";
import { MessageFacts } from "@/components/archive/inspector/message-facts";
import { RawStanza } from "@/components/archive/inspector/raw-stanza";
import { OwnerCrumbs } from "@/components/archive/owner-crumbs";
import { ownerPath } from "@/components/archive/owners/owner-row";
import { NamesProvider } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { MessageDetailView } from "@/lib/archive/views";
import { formatStamp } from "@/lib/format/stamp";
import { MessageColumns } from "./message-columns";
import { MessageContext } from "./message-context";
import { MessageLead } from "./message-lead";

type Props = {
  detail: MessageDetailView;
  /** Display names by bare JID. */
  names: Record<string, string>;
  /** What the page cannot know yet. */
  banner: React.ReactNode;
  notice: React.ReactNode;
};

/** One message for evidence: in its context, with every fact, its life story, its stanza, the other copy. */
export function MessagePage({ detail, names, banner, notice }: Props) {
  const { archive } = useText();
  const t = archive.message;
  const { zone } = usePreferences();
  const { message, owner } = detail;
  const params = new URLSearchParams({ at: String(message.rowId), row: String(message.rowId) });
  if (detail.peer) params.set("with", detail.peer);
  const known = useMemo(() => new Map(Object.entries(names)), [names]);
  return (
    <NamesProvider names={known}>
      <OwnerCrumbs owner={{ ...owner, name: known.get(owner.jid) ?? null }} row={detail.rowId} />
      <div className="page folio-page">
        <PageTitle
          id={owner.jid}
          actions={
            <Link className="btn s" prefetch={false} href={`${ownerPath(owner)}?${params}`}>
              {t.inTranscript}
            </Link>
          }
        >
          {t.title(`${formatStamp(message.stamp, zone, "second")} ${zone}`)}
        </PageTitle>
        <MessageLead detail={detail} />
        {banner}
        {notice}
        <div className="one">
          <section aria-labelledby="context" className="min-w-0">
            <h2 id="context" className="h2">
              {t.context}
            </h2>
            <MessageContext detail={detail} />
            <h2 className="h2 mt-8 mb-2">{archive.inspector.raw}</h2>
            <RawStanza raw={detail.raw} sizeBytes={message.sizeBytes} />
            <h2 className="h2 mt-8 mb-2">{t.columns}</h2>
            <MessageColumns columns={detail.columns} />
          </section>
          <aside className="margin" aria-label={archive.inspector.title}>
            <h2 className="h2">{archive.inspector.rowsTitle(message.rowIds.length)}</h2>
            <MessageFacts detail={detail} />
            <h3 className="h3">{archive.inspector.life}</h3>
            <LifeStory message={message} owner={owner.user} />
            <BothCopies detail={detail} />
          </aside>
        </div>
      </div>
    </NamesProvider>
  );
}
