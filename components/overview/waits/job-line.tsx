"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import type { JobView } from "@/lib/jobs/views";
import { sentenceOf } from "@/lib/refusal";

/** One job: how far it is, or that it failed and why. */
export function JobLine({ job }: { job: JobView }) {
  const { overview, jobs, errors } = useText();
  const t = overview.waits;
  const failed = job.state === "failed";
  const reason = job.error && { ...job.error, reason: job.error.reason ?? undefined };
  return (
    <li className="w">
      <span className="d num">{failed ? <Icon name="fail" /> : <Progress job={job} />}</span>
      <span className="b">
        <b>
          {jobs.kinds[job.kind]}
          {failed && ` ${t.failed}`}
        </b>
        <span>
          <bdi className="mono">{job.subject}</bdi> · <bdi>{t.by(job.operator)}</bdi>
          {job.endedAt !== null && (
            <>
              {" · "}
              <RelativeTime stamp={job.endedAt} />
            </>
          )}
        </span>
        {failed && reason && <span>{sentenceOf(errors, reason)}</span>}
      </span>
      {failed && (
        <Link className="go" href={"/storage#table-care" as Route} prefetch={false}>
          {t.seeWhy}
        </Link>
      )}
    </li>
  );
}

function Progress({ job: { state, progress } }: { job: JobView }) {
  const t = useText().overview.waits;
  const { locale } = usePreferences();
  if (state === "waiting") return t.queued;
  const known = progress?.done != null && progress.total;
  return known ? formatShare(progress.done ?? 0, progress.total ?? 1, locale) : t.runs;
}
