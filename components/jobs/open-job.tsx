"use client";

import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import { formatDuration } from "@/lib/format/duration";
import type { Locale } from "@/lib/format/locale";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { Texts } from "@/lib/i18n/texts";
import type { JobView } from "@/lib/jobs/views";
import type { Cancel } from "./jobs-chip";
import { useCancelJob } from "./use-cancel-job";

type Props = { job: JobView; onCancel: Cancel | null };

/** One job that waits or runs: what it does now, how far, how fast, how long still. */
export function OpenJob({ job, onCancel }: Props) {
  const text = useText().jobs;
  const { locale } = usePreferences();
  const { busy, error, cancel } = useCancelJob(onCancel);
  const { progress, cancelAsked } = job;
  const what = `${text.kinds[job.kind]}, ${job.subject}`;
  const stopping = cancelAsked || busy;
  return (
    <li className="job">
      <p className="what">
        {text.kinds[job.kind]} <bdi className="mono">{job.subject}</bdi>
      </p>
      {job.state === "running" && (
        <progress
          className="bar"
          aria-label={text.progressOf(what)}
          max={progress?.total ?? undefined}
          value={progress?.total ? (progress.done ?? 0) : undefined}
        />
      )}
      <p className="cap">
        {stopping ? text.cancelling : stateOf(job, text, locale)} ·{" "}
        <bdi>{text.by(job.operator)}</bdi>
      </p>
      {progress?.waitsFor && <p className="note">{waitsFor(progress.waitsFor, text, locale)}</p>}
      {job.attempt > 1 && <p className="note">{text.again(job.attempt)}</p>}
      {error && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      {onCancel && !cancelAsked && (
        <Button small busy={busy} aria-label={text.cancelOf(what)} onClick={() => cancel(job.id)}>
          {text.cancel}
        </Button>
      )}
    </li>
  );
}

type Said = Texts["jobs"];

/** `reads the table · 62 % · 1,204 blocks/s · 14 s left in this step` */
function stateOf({ state, progress }: JobView, text: Said, locale: Locale): string {
  if (!progress) return text.states[state];
  const { phase, done, total, rate, unit, secondsLeft } = progress;
  return [
    phase === null ? text.states[state] : (text.phases[phase] ?? phase),
    done !== null && total ? formatShare(done, total, locale) : "",
    rate !== null && unit !== null ? `${formatNumber(rate, locale)} ${text.rate[unit]}` : "",
    secondsLeft === null ? "" : text.left(formatDuration(secondsLeft, locale)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

type Blocker = NonNullable<NonNullable<JobView["progress"]>["waitsFor"]>;

function waitsFor({ pid, login, seconds }: Blocker, text: Said, locale: Locale): string {
  return text.waitsFor(pid, login, seconds === null ? null : formatDuration(seconds, locale));
}
