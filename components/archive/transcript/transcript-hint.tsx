"use client";

import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";

/** One quiet line where more rows belong to a page's messages than are read for it. */
export function TranscriptHint() {
  const t = useText().transcript;
  return (
    <p className="hint cap" role="note">
      <Icon name="info" />
      {t.foldCut}
    </p>
  );
}
