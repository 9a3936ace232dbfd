"use client";

import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import type { TranscriptQuery } from "./use-transcript-pages";

export function TranscriptFailure({ query }: { query: TranscriptQuery }) {
  const t = useText().archive.transcript;
  return (
    <div className="script" role="alert">
      <p className="edge note">
        {t.failed} {query.error?.message}
      </p>
      <div className="edge">
        <Button small onClick={() => void query.refetch()}>
          {t.retry}
        </Button>
      </div>
    </div>
  );
}
