"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { ConversationView, OwnerDetailView } from "@/lib/archive/views";
import { formatNumber } from "@/lib/format/number";

type Props = {
  owner: OwnerDetailView;
  conversation: ConversationView | null | undefined;
  counted: number | null;
  peerName: string | null;
};

/** How many rows there are and what they are. Rows are counted here; what is a message the transcript tells. */
export function OwnerSum({ owner, conversation, counted, peerName }: Props) {
  const t = useText().archive.owner;
  const { locale } = usePreferences();
  const number = (value: number) => formatNumber(value, locale);
  const whole = peerName === null;
  const lead = conversation?.self
    ? t.self
    : owner.isRoom
      ? t.room
      : whole
        ? t.everything
        : t.withPeer(peerName);
  // Where everything is counted, a conversation that is not in the list has no row.
  const uncounted = whole || owner.rows === null;
  const rows = (conversation ? conversation.rows : uncounted ? owner.rows : 0) ?? counted;
  const other = whole ? owner.stores.filter((it) => it.what === "other" && it.rows !== 0) : [];
  return (
    <p className="sum" aria-busy={conversation === undefined}>
      <bdi>{lead}</bdi>{" "}
      {conversation === undefined ? (
        "…"
      ) : rows === null ? (
        t.partial
      ) : (
        <>
          <b className="num">{t.summary(number(rows), rows)}</b>
          {conversation && <Kinds conversation={conversation} />}.
          {other.length > 0 && other.every((it) => it.rows !== null) && (
            <span className="more">
              {" "}
              {t.otherStores(
                number(other.reduce((sum, it) => sum + (it.rows ?? 0), 0)),
                other.length,
              )}
            </span>
          )}
        </>
      )}
    </p>
  );
}

/** Of the rows, how many carry words, how many are encrypted, and what the rest is. */
function Kinds({ conversation }: { conversation: ConversationView }) {
  const t = useText().archive.owner;
  const { locale } = usePreferences();
  const number = (value: number) => formatNumber(value, locale);
  const { rows, texts, encrypted, self } = conversation;
  if (rows === null || texts === null || rows === 0) return null;
  const sealed = encrypted ?? 0;
  const rest = rows - texts - sealed;
  return (
    <span className="more">
      {texts === rows ? (
        t.allText(rows)
      ) : (
        <>
          {t.ofWhich} <b className="num">{number(texts)}</b> {t.carryText(texts)}
        </>
      )}
      {sealed > 0 && (
        <>
          {t.and} <b className="num">{number(sealed)}</b> {t.areEncrypted(sealed)}
        </>
      )}
      {rest > 0 && `; ${t.rest(number(rest), rest)}`}
      {self && `; ${t.selfRows}`}
    </span>
  );
}
