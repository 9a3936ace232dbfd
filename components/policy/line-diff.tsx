"use client";

import { cn } from "@/components/ui/cn";
import { Code } from "@/components/ui/code";
import { useText } from "@/components/use-text";
import type { DiffLine } from "@/lib/policy/plan/line-diff";

const SIGN = { same: " ", gone: "−", new: "+" };

/** Lines that go and lines that come, with a sign beside the colour. */
export function LineDiff({ diff, label }: { diff: readonly DiffLine[]; label: string }) {
  const t = useText().policy.file;
  return (
    <Code label={label} className="diff">
      {diff.map((it) => (
        <span key={`${it.kind} ${it.line}`} className={cn("dl", it.kind)}>
          <span className="nr">{it.line}</span>
          <span className="sg">{SIGN[it.kind]}</span>
          <span>
            {it.kind !== "same" && (
              <span className="vh">{it.kind === "gone" ? t.gone : t.added} </span>
            )}
            {it.text}
          </span>
        </span>
      ))}
    </Code>
  );
}

export const countOf = (diff: readonly DiffLine[], kind: DiffLine["kind"]) =>
  diff.filter((it) => it.kind === kind).length;
