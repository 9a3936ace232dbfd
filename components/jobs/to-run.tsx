"use client";

import { Code } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { useText } from "@/components/use-text";
import type { JobView } from "@/lib/jobs/views";

/** What the owner of a table has to run by hand, because our login may not. */
export function ToRun({ job: { result } }: { job: JobView }) {
  const text = useText().jobs;
  const { role, statements } = result ?? {};
  if (typeof role !== "string" || !Array.isArray(statements)) return null;
  const sql = statements.join("\n");
  return (
    <div className="to-run">
      <p className="note">{text.runAs(role)}</p>
      <Code label={text.statement} wraps>
        {sql}
      </Code>
      <CopyButton value={sql} label={text.copy} words />
    </div>
  );
}
