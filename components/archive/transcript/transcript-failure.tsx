"use client";

import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { TranscriptQuery } from "./use-transcript-pages";

export function TranscriptFailure({ query }: { query: TranscriptQuery }) {
  const { transcript: t, errors } = useText();
  return (
    <div className="script" role="alert">
      <p className="edge note">
        {t.failed} {query.error && sentenceOf(errors, query.error)}
      </p>
      <div className="edge">
        <Button small onClick={() => void query.refetch()}>
          {t.retry}
        </Button>
      </div>
    </div>
  );
}
