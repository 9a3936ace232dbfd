"use client";

import { useText } from "@/components/use-text";
import { isOver, type JobView } from "@/lib/jobs/views";
import { EndedJob } from "./ended-job";
import type { Cancel } from "./jobs-chip";
import { OpenJob } from "./open-job";

type Props = { jobs: readonly JobView[]; onCancel: Cancel | null };

/** What is in flight with its progress, then what ended lately with its result. */
export function JobsList({ jobs, onCancel }: Props) {
  const text = useText().jobs;
  const open = jobs.filter((it) => !isOver(it));
  const over = jobs.filter(isOver);
  return (
    <>
      <section className="jobs-part">
        <h2 className="h2">{text.now}</h2>
        {open.length === 0 && <p className="note">{text.none}</p>}
        <ul className="job-lines">
          {open.map((job) => (
            <OpenJob key={job.id} job={job} onCancel={onCancel} />
          ))}
        </ul>
      </section>
      {over.length > 0 && (
        <section className="jobs-part">
          <h2 className="h2">{text.lately}</h2>
          <ul className="job-lines">
            {over.map((job) => (
              <EndedJob key={job.id} job={job} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
