"use client";

import { Abstract } from "@/components/ui/abstract";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import type { Blast, PolicyView } from "@/lib/policy/views";
import type { Draft } from "./use-draft";
import { doesWords } from "./value-words";

type Props = {
  policy: PolicyView;
  draft: Draft;
  blast: Blast | null;
  expiry: readonly Expiry[];
};

/** What the draft does; without one, how long each host keeps. */
export function PolicyAbstract({ policy, draft, blast, expiry }: Props) {
  const { policy: texts } = useText();
  const t = texts.abstract;
  const count = draft.changes.length;
  if (count === 0) {
    const archives = expiry.filter((it) => it.source !== "observed" && it.store !== "uploads");
    return (
      <Abstract>
        {t.nothing}
        {archives.map((it) => t.keeps(it.host, doesWords(texts, it.expiresAfterSeconds))).join(" ")}
        {policy.sample && <span className="cap"> {texts.sample}</span>}
      </Abstract>
    );
  }
  const owners = (blast?.parts ?? []).reduce((sum, it) => sum + it.owners, 0);
  return (
    <Abstract>
      {t.changes(count)}
      {blast && blast.rows > 0 && (
        <>
          {t.deletes}
          <b>{t.rows(blast.rows)}</b>
          {owners > 0 && t.ofPeople(owners)}
        </>
      )}
      {blast && blast.rows === 0 && t.deletesNothing}.
    </Abstract>
  );
}
