"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { messageQuery, type ReadingKey } from "@/components/archive/archive-queries";
import { CopyButton } from "@/components/ui/copy-button";
import { Kbd } from "@/components/ui/kbd";
import { Sheet } from "@/components/ui/sheet";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { MessageDetailView } from "@/lib/archive/views";
import { sentenceOf } from "@/lib/refusal";
import { BothCopies } from "./both-copies";
import { LifeStory } from "./life-story";
import { MessageFacts } from "./message-facts";
import { RawStanza } from "./raw-stanza";
import { useNarrow } from "./use-narrow";

type Props = { rowId: number; reading: ReadingKey; onClose(): void };

/** The margin: what is known of the selected message. On a narrow screen it comes as a sheet. */
export function Inspector({ rowId, reading, onClose }: Props) {
  const { archive, errors } = useText();
  const t = archive.inspector;
  const narrow = useNarrow();
  const { data, isError, error } = useQuery(messageQuery(rowId, reading));
  const body = (
    <>
      {isError && (
        <p role="alert" className="note">
          {t.failed} {sentenceOf(errors, error)}
        </p>
      )}
      {data && <InspectorBody detail={data} />}
    </>
  );
  if (narrow) {
    return (
      <Sheet open onOpenChange={(open) => !open && onClose()} title={t.title}>
        <div className="margin">{body}</div>
      </Sheet>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <aside className="pane-side margin noprint" aria-label={t.title} tabIndex={0}>
      <div className="bar">
        <h2 className="h2">{t.rowsTitle(data?.message.rowIds.length ?? 1)}</h2>
        <span className="row">
          <CopyButton
            icon="link"
            label={t.copyLink}
            value={() => `${location.origin}/archive/message/${rowId}`}
          />
          <Tool icon="x" label={t.close} onClick={onClose} />
        </span>
      </div>
      {body}
      <p className="keys cap">
        <Kbd>j</Kbd> <Kbd>k</Kbd> {t.move} <Kbd>c</Kbd> {t.linkKey} <Kbd>Esc</Kbd> {t.closeKey}
      </p>
    </aside>
  );
}

function InspectorBody({ detail }: { detail: MessageDetailView }) {
  const t = useText().archive.inspector;
  return (
    <>
      <MessageFacts detail={detail} />
      <h3 className="h3">{t.life}</h3>
      <LifeStory message={detail.message} owner={detail.owner.user} />
      <BothCopies detail={detail} />
      <h3 className="h3">{t.raw}</h3>
      <RawStanza raw={detail.raw} sizeBytes={detail.message.sizeBytes} />
      <p className="mt-3">
        <Link className="btn s" prefetch={false} href={`/archive/message/${detail.rowId}`}>
          {t.permalink}
        </Link>
      </p>
    </>
  );
}
