"use client";

import { usePreferences } from "@/components/preferences";
import { Mark, type MarkTone } from "@/components/ui/mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { useText } from "@/components/use-text";
import type { JobView } from "@/lib/jobs/views";
import { sentenceOf } from "@/lib/refusal";
import { resultOf } from "./result-of";
import { ToRun } from "./to-run";

const TONE: Partial<Record<JobView["state"], MarkTone>> = { done: "fine", failed: "loss" };

/** One job that is over: how it ended, and what somebody has to do where it could not. */
export function EndedJob({ job }: { job: JobView }) {
  const { jobs: text, errors } = useText();
  const { locale } = usePreferences();
  const result = resultOf(job, text, locale);
  return (
    <li className="job">
      <p className="what">
        {text.kinds[job.kind]} <bdi className="mono">{job.subject}</bdi>
      </p>
      <p className="cap">
        <Mark tone={TONE[job.state] ?? "plain"}>{text.states[job.state]}</Mark>
        {job.endedAt !== null && (
          <>
            {" "}
            <RelativeTime stamp={job.endedAt} />
          </>
        )}{" "}
        · <bdi>{text.by(job.operator)}</bdi>
      </p>
      {job.error && (
        <p className="note">
          {sentenceOf(errors, { ...job.error, reason: job.error.reason ?? undefined })}
        </p>
      )}
      {result && <p className="note">{result}</p>}
      <ToRun job={job} />
    </li>
  );
}
