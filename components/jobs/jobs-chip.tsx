"use client";

import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { isOver, type JobView } from "@/lib/jobs/views";
import { JobsList } from "./jobs-list";
import { Ring } from "./ring";
import { useJobs } from "./use-jobs";

export type Cancel = (input: { id: string }) => Promise<ActionResult<unknown>>;

/** Jobs in flight, in the top bar: a ring, how many, and behind it the list. Nothing while there is nothing. */
export function JobsChip({ onCancel }: { onCancel: Cancel | null }) {
  const text = useText().jobs;
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  const open = jobs.filter((it) => !isOver(it));
  const share = furthest(open);
  const hasFailed = jobs.some((it) => it.state === "failed");
  const label =
    open.length > 0
      ? text.inFlight(open.length, share === null ? null : Math.floor(share * 100))
      : hasFailed
        ? text.recentFailed
        : text.recent;
  return (
    <Popover
      label={text.title}
      width={400}
      trigger={
        <button type="button" className="tool jobs" aria-label={label} title={label}>
          {open.length > 0 ? (
            <>
              <Ring share={share} />
              {open.length}
            </>
          ) : (
            <Icon name={hasFailed ? "fail" : "pass"} />
          )}
        </button>
      }
    >
      <JobsList jobs={jobs} onCancel={onCancel} />
    </Popover>
  );
}

/** Of the one that runs longest and can be measured. */
function furthest(jobs: readonly JobView[]): number | null {
  for (const { progress } of jobs) {
    if (progress?.done != null && progress.total)
      return Math.min(1, progress.done / progress.total);
  }
  return null;
}
