"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { PageTitle } from "@/components/ui/page-title";
import { Tabs } from "@/components/ui/tabs";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import type { Expiry } from "@/lib/expiry/views";
import type { AskedSecond } from "@/lib/policy/approval";
import type { Applied } from "@/lib/policy/commands/apply";
import type { PolicyView as Policy, VersionView } from "@/lib/policy/views";
import { AppliedNotice } from "./applied-notice";
import { BlastPart } from "./blast-part";
import { DraftActs } from "./draft-acts";
import { FilePart } from "./file-part";
import { PolicyAbstract } from "./policy-abstract";
import { effectiveQuery, forgetAnswers, previewQuery } from "./policy-queries";
import { PortTools } from "./port-tools";
import { ReadingProblems } from "./reading-problems";
import type { PolicyActions } from "./types";
import { useDraft } from "./use-draft";
import { usePolicyTabs } from "./use-policy-tabs";
import { WhatIf } from "./what-if";

type Props = {
  policy: Policy;
  versions: VersionView[];
  expiry: Expiry[];
  /** The open request for a second person's yes. */
  request: ApprovalView | null;
  /** null: looking only. */
  actions: PolicyActions | null;
};

/** Settings in plain words on the left; the file, and what it deletes, on the right. */
export function PolicyView(props: Props) {
  const { version } = props.policy.draft;
  const [applied, setApplied] = useState<Outcome | null>(null);
  const [error, setError] = useState<string | null>(null);
  // Another version of the draft is another draft: fields start anew. What became of the last deed stays.
  return (
    <Page
      key={version}
      {...props}
      applied={applied}
      onApplied={setApplied}
      error={error}
      onError={setError}
    />
  );
}

type Outcome = Applied | AskedSecond;
type PageProps = Props & {
  applied: Outcome | null;
  onApplied: (applied: Outcome | null) => void;
  error: string | null;
  onError: (error: string | null) => void;
};

function Page({ applied, onApplied, error, onError, ...props }: PageProps) {
  const { policy, versions, expiry, request, actions } = props;
  const t = useText().policy;
  const router = useRouter();
  const client = useQueryClient();
  const draft = useDraft(policy.draft);
  const [at, setAt] = useQueryState("at", parseAsString.withDefault("*"));
  const preview = useQuery(previewQuery(draft.changes)).data ?? null;
  const effective = useQuery({ ...effectiveQuery(), enabled: policy.hasSocket }).data ?? null;
  const shown = effective ?? (policy.hasSocket ? null : NO_SOCKET);
  const mayWrite = actions !== null;
  const blast = draft.changes.length > 0 ? (preview?.blast ?? null) : null;
  const tabs = usePolicyTabs({ policy, versions, expiry, actions, draft, effective: shown });
  const known = tabs.some((it) => it.value === at) ? at : "*";
  const scope = policy.scopes.find((it) => it.host === known);
  const done = (now: Outcome | null) => {
    onApplied(now);
    forgetAnswers(client);
    router.refresh();
  };
  return (
    <div className="pol">
      <div className="left">
        <PageTitle actions={<PortTools policy={policy} draft={draft} mayWrite={mayWrite} />}>
          {t.title}
        </PageTitle>
        <PolicyAbstract policy={policy} draft={draft} blast={blast} expiry={expiry} />
        {applied && <AppliedNotice applied={applied} />}
        <ReadingProblems problems={policy.problems} />
        <Tabs label={t.scopes} tabs={tabs} value={known} onValueChange={(it) => void setAt(it)} />
      </div>
      <aside className="right" aria-label={t.blast.title}>
        <FilePart policy={policy} plan={preview?.plan ?? policy.plan} />
        {draft.changes.length > 0 && <BlastPart blast={blast} />}
        {scope && (
          <WhatIf
            key={scope.host}
            scope={scope}
            settings={policy.settings}
            draft={draft}
            mayWrite={mayWrite}
          />
        )}
        {actions ? (
          draft.changes.length + policy.draft.changes.length > 0 && (
            <DraftActs
              policy={policy}
              draft={draft}
              preview={preview}
              request={request}
              actions={actions}
              error={error}
              onError={onError}
              onDone={done}
            />
          )
        ) : (
          <p className="cap">{t.draft.mayNot}</p>
        )}
      </aside>
    </div>
  );
}

const NO_SOCKET = { state: "none" as const, version: null, values: [] };
