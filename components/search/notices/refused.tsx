"use client";

import { AnswerError } from "@/components/archive/fetch-json";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import { formatDuration } from "@/lib/format/duration";
import { sentenceOf } from "@/lib/refusal";
import { asWords } from "@/lib/search/language/edit";
import { Unindexed } from "./unindexed";

type Props = {
  error: Error;
  text: string;
  onGo: (text: string) => void;
  onRetry: () => void;
};

/** In the place of an answer: why there is none, and the one thing that would help. */
export function Refused({ error, text, onGo, onRetry }: Props) {
  const { search, errors } = useText();
  const { locale } = usePreferences();
  const t = search.error;
  const sentence = sentenceOf(errors, error);
  const reason = error instanceof AnswerError ? (error.reason ?? "") : "";
  if (reason.startsWith("pieces-")) {
    const act = <Button onClick={() => onGo(asWords(text))}>{t.asWords}</Button>;
    return (
      <div role="alert">
        <EmptyState icon="search" title={t.pieces} action={act}>
          {sentence}
        </EmptyState>
      </div>
    );
  }
  if (reason === "search-unindexed") return <Unindexed />;
  const wait =
    error instanceof AnswerError && error.status === 429 ? error.retryAfterSeconds : null;
  return (
    <div role="alert">
      <Finding
        level={2}
        tone="loss"
        title={wait === null ? t.title : t.budget}
        action={
          <Button small onClick={onRetry}>
            {t.retry}
          </Button>
        }
      >
        {sentence} {wait !== null && t.roomIn(formatDuration(wait, locale))}
      </Finding>
    </div>
  );
}
