"use client";

import type { Route } from "next";
import Link from "next/link";
import { Code } from "@/components/ui/code";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import type { AskedSecond } from "@/lib/policy/approval";
import type { Applied } from "@/lib/policy/commands/apply";

/** How Prosody came to know, and what is left to do by hand. */
export function AppliedNotice({ applied }: { applied: Applied | AskedSecond }) {
  const t = useText().policy.draft;
  if ("ripeAt" in applied) return <AskedNotice alone={applied.ripeAt !== null} />;
  const byHand = applied.reload === "by-hand";
  return (
    <div role="status">
      <Finding tone={byHand ? "held" : "fine"} title={t.applied[applied.reload]} level={2}>
        {byHand && applied.commands.length === 0 && t.restart}
      </Finding>
      {applied.commands.length > 0 && <Code label={t.commands}>{applied.commands.join("\n")}</Code>}
    </div>
  );
}

/** Nothing is written yet, and what it waits for. */
function AskedNotice({ alone }: { alone: boolean }) {
  const t = useText().policy.draft;
  return (
    <div role="status">
      <Finding tone="held" title={alone ? t.askedAlone : t.asked} level={2}>
        {alone ? t.askedAloneNote : t.askedNote}{" "}
        <Link href={"/approvals" as Route} className="link">
          {t.toApprovals}
        </Link>
      </Finding>
    </div>
  );
}
