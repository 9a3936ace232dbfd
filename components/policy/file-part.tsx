"use client";

import { useText } from "@/components/use-text";
import type { PlanView, PolicyView } from "@/lib/policy/views";
import { countOf, LineDiff } from "./line-diff";
import { PlanProblems } from "./plan-problems";

/** What would be written where, and what stands against it. */
export function FilePart({ policy, plan }: { policy: PolicyView; plan: PlanView }) {
  const t = useText().policy;
  const { diff, env, problems } = plan;
  return (
    <section>
      <div className="head">
        <h2 className="h2">{t.file.title}</h2>
        <span className="mono cap">{policy.files.managed ?? policy.files.envFile}</span>
        {diff.length > 0 && (
          <span className="cap push">
            {t.file.counts(countOf(diff, "new"), countOf(diff, "gone"))}
          </span>
        )}
      </div>
      {diff.length > 0 ? <LineDiff diff={diff} label={t.file.label} /> : null}
      {env.map(({ variable, before, after }) => (
        <p key={variable} className="mono cap">
          {variable}= <s>{before}</s> {after}
        </p>
      ))}
      {diff.length === 0 && env.length === 0 && <p className="cap">{t.file.unchanged}</p>}
      <PlanProblems problems={problems} />
    </section>
  );
}
