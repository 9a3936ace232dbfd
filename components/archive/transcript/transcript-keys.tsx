"use client";

import { PageKeys } from "@/components/shell/page-keys";
import { useText } from "@/components/use-text";

/** What `?` lists for a transcript; useTranscriptKeys does it. */
export function TranscriptKeys() {
  const t = useText().transcript;
  return (
    <PageKeys
      title={t.label}
      lines={[
        { keys: ["j", "k"], does: t.keys.move },
        { keys: ["Enter"], does: t.keys.open },
        { keys: ["c"], does: t.keys.link },
        { keys: ["Esc"], does: t.keys.close },
      ]}
    />
  );
}
