"use client";

import { Code } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { PlanProblem } from "@/lib/policy/plan/plan";

/** Why nothing would come of it, with the line that helps. */
export function PlanProblems({ problems }: { problems: readonly PlanProblem[] }) {
  const t = useText().policy;
  const distinct = [...new Map(problems.map((it) => [keyOf(it), it])).values()];
  return distinct.map((it) => (
    <div key={keyOf(it)} className="warned" role="status">
      <p>
        <Icon name="alert" className="held" /> {sentence(t.problems, it)}
      </p>
      {it.code === "not-included" && (
        <div className="row">
          <Code label={it.code}>{it.line}</Code>
          <CopyButton value={it.line} label={it.line} />
        </div>
      )}
    </div>
  ));
}

const keyOf = (it: PlanProblem) =>
  "change" in it ? `${it.code} ${it.change.host} ${it.change.name}` : it.code;

function sentence(t: ReturnType<typeof useText>["policy"]["problems"], it: PlanProblem): string {
  if (it.code === "overruled") return t.overruled(it.file, it.line);
  if (it.code === "incomplete") return t.incomplete(it.file);
  return t[it.code];
}
