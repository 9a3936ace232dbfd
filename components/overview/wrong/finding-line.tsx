"use client";

import type { Route } from "next";
import { useFigures } from "@/components/storage/frame/use-figures";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { Finding, type FindingTone } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import { spellSpan } from "@/lib/format/duration";
import { formatStamp } from "@/lib/format/stamp";
import type { Finding as Found, Severity } from "@/lib/overview/views";
import { wordsOf } from "./words-of";

const TONE: Record<Severity, FindingTone> = { error: "loss", warning: "held", notice: "quiet" };

/** One thing that is wrong: fact, evidence, and one button or one command. */
export function FindingLine({ finding }: { finding: Found }) {
  const { findings, wrong } = useText().overview;
  const { value, day, zone, locale } = useFigures();
  const { title, evidence, fix } = wordsOf(findings, finding, {
    bytes: (amount) => value("bytes", amount),
    day,
    minute: (at) => `${formatStamp(at, zone, "minute")} ${zone}`,
    span: (seconds) => spellSpan(seconds, locale),
  });
  const { severity, fix: way } = finding;
  const command = way && "command" in way ? way.command : null;
  return (
    <Finding
      tone={TONE[severity]}
      title={title}
      action={
        way && "href" in way ? (
          <ButtonLink small href={way.href as Route} prefetch={false}>
            {fix}
          </ButtonLink>
        ) : undefined
      }
    >
      {evidence}
      {command && (
        <span className="to-copy">
          <span>{fix}:</span>
          <code>{command}</code>
          <CopyButton value={command} label={wrong.copy} />
        </span>
      )}
    </Finding>
  );
}
