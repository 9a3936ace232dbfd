"use client";

import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import type { PolicyView } from "@/lib/policy/views";

/** Files that are not understood: what is said about the rest may be overruled by them. */
export function ReadingProblems({ problems }: { problems: PolicyView["problems"] }) {
  const t = useText().policy.reading;
  if (problems.length === 0) return null;
  return (
    <Finding tone="loss" title={t.title} level={2}>
      {problems
        .map(({ code, file, line }) => `${t.lines(file, line)} ${t.codes[code] ?? code}`)
        .join("; ")}
    </Finding>
  );
}
