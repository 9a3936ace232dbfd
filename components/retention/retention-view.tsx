"use client";

import { useState, useTransition } from "react";
import { Abstract } from "@/components/ui/abstract";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import { sentenceOf } from "@/lib/refusal";
import type { RetentionFinding } from "@/lib/retention/findings";
import type { ComingDay, RuleView, RunView, ScheduleView } from "@/lib/retention/views";
import { ComingPart } from "./coming-part";
import { FindingsPart } from "./findings-part";
import { type AskedRetention, RetentionDialogs } from "./retention-dialogs";
import { RuleTable } from "./rule-table";
import { RunTable } from "./run-table";
import { SchedulePart } from "./schedule-part";
import type { RetentionActions } from "./types";
import { useRunDeeds } from "./use-run-deeds";
import { WhoCleans } from "./who-cleans";

type Props = {
  rules: RuleView[];
  runs: RunView[];
  expiry: Expiry[];
  schedule: ScheduleView | null;
  coming: ComingDay[];
  findings: RetentionFinding[];
  mayRun: boolean;
  actions: RetentionActions;
};

export function RetentionView(props: Props) {
  const { rules, runs, expiry, schedule, coming, findings, mayRun, actions } = props;
  const text = useText().retention;
  const [asked, setAsked] = useState<AskedRetention>(null);
  const onDeed = useRunDeeds(runs, actions);
  const dry = useDryRun(actions.start);
  return (
    <div className="page retention">
      <PageTitle
        actions={
          mayRun && (
            <>
              <Button icon="plus" onClick={() => setAsked("rule")}>
                {text.rules.add}
              </Button>
              {rules.some(({ days }) => days !== null) && (
                <>
                  <Button onClick={dry.run} busy={dry.busy}>
                    {text.run.dry}
                  </Button>
                  <Button tone="loss" onClick={() => setAsked("run")}>
                    {text.run.start}
                  </Button>
                </>
              )}
            </>
          )
        }
      >
        {text.title}
      </PageTitle>
      <Abstract className="mt-1">
        {rules.length === 0 ? (
          text.none
        ) : (
          <>
            <b>{text.count(rules.length)}</b>
            {text.abstract}
          </>
        )}
      </Abstract>
      {findings.length > 0 && <FindingsPart findings={findings} />}
      {rules.length > 0 && (
        <section aria-labelledby="rules">
          <h2 className="h2" id="rules">
            {text.rules.title}
          </h2>
          <RuleTable
            rules={rules}
            onRemove={mayRun ? (rule) => setAsked({ remove: rule }) : null}
          />
          <p className="cap mt-2">{text.rules.dueNote}</p>
        </section>
      )}
      <SchedulePart schedule={schedule} save={mayRun ? actions.schedule : null} />
      {expiry.length > 0 && <WhoCleans expiry={expiry} />}
      <ComingPart coming={coming} />
      <section aria-labelledby="runs">
        <h2 className="h2" id="runs">
          {text.runs.title}
        </h2>
        {runs.length === 0 ? (
          <p className="note">{text.runs.empty}</p>
        ) : (
          <RunTable runs={runs} onDeed={mayRun ? onDeed : null} />
        )}
      </section>
      {asked && <RetentionDialogs asked={asked} close={() => setAsked(null)} actions={actions} />}
    </div>
  );
}

/** Counts only, so it is asked for without a question. */
function useDryRun(start: RetentionActions["start"]) {
  const { retention, errors, access } = useText();
  const toast = useToast();
  const [busy, begin] = useTransition();
  const run = () =>
    begin(async () => {
      const result = await start({ host: null, dryRun: true }).catch(() => null);
      if (!result) toast({ tone: "loss", title: access.failed });
      else if (!result.ok) toast({ tone: "loss", title: sentenceOf(errors, result.error) });
      else toast({ title: retention.run.dryStarted });
    });
  return { busy, run };
}
