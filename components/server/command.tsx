"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { useText } from "@/components/use-text";

/** What somebody has to run, after what it does. */
export function Command({ line, does }: { line: string; does?: string }) {
  const { copy } = useText().server;
  return (
    <div className="to-copy">
      {does && <span className="note">{does}</span>}
      <code>{line}</code>
      <CopyButton value={line} label={copy} />
    </div>
  );
}
