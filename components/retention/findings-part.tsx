"use client";

import { DateTime } from "@/components/ui/date-time";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import type { RetentionFinding } from "@/lib/retention/findings";

/** What is wrong with how rows go by themselves, each with what to do. */
export function FindingsPart({ findings }: { findings: readonly RetentionFinding[] }) {
  return (
    <div className="mt-6">
      {findings.map((it) => (
        <OneFinding key={`${it.id} ${it.host} ${"store" in it ? it.store : ""}`} finding={it} />
      ))}
    </div>
  );
}

function OneFinding({ finding }: { finding: RetentionFinding }) {
  const text = useText().retention.findings;
  const { host } = finding;
  if (finding.id === "default-week") {
    return (
      <Finding tone="held" level={2} title={text.week(host, finding.store, finding.days)}>
        {text.weekFix(finding.store)}
      </Finding>
    );
  }
  if (finding.id === "offline") {
    return (
      <Finding tone="guess" level={2} title={text.offline(host, finding.rows)}>
        {text.oldest} <DateTime stamp={finding.oldestAt} />. {text.offlineFix}
      </Finding>
    );
  }
  return (
    <Finding tone="loss" level={2} title={text.overdue(host, finding.store)}>
      {text.oldest} <DateTime stamp={finding.oldestAt} />.{" "}
      {finding.lastRunAt === null ? (
        text.neverRan
      ) : (
        <>
          {text.lastRan} <DateTime stamp={finding.lastRunAt} />. {text.lateFix}
        </>
      )}
    </Finding>
  );
}
