"use client";

import type { Route } from "next";
import Link from "next/link";
import { use } from "react";
import { useJobs } from "@/components/jobs/use-jobs";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import { isOver, type JobView } from "@/lib/jobs/views";
import { ApprovalLine } from "./approval-line";
import { JobLine } from "./job-line";

type Props = { jobs: Promise<JobView[]>; approvals: Promise<ApprovalView[]> };

/** What needs a second person, what is under way and what failed; progress goes on while the page is open. */
export function WaitsPart({ jobs: asked, approvals }: Props) {
  const t = useText().overview.waits;
  const first = use(asked);
  const waiting = use(approvals).toSorted((a, b) => Number(b.mayDecide) - Number(a.mayDecide));
  const jobs = useJobs(first).filter((it) => !isOver(it) || it.state === "failed");
  return (
    <section aria-labelledby="waits">
      <div className="head bar0">
        <h2 className="h2" id="waits">
          {t.title}
        </h2>
        {jobs.length > 0 && (
          <Link className="cap push" href={"/storage" as Route} prefetch={false}>
            {t.watch}
          </Link>
        )}
      </div>
      {jobs.length + waiting.length === 0 ? (
        <div className="nobody">
          <Icon name="pass" className="text-fine" />
          <p>
            <b>{t.none}</b>
            <span className="note">{t.noneWhy}</span>
          </p>
        </div>
      ) : (
        <ul className="waits">
          {waiting.map((it) => (
            <ApprovalLine key={it.id} approval={it} />
          ))}
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
}
