"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { JOBS } from "@/components/jobs/jobs-query";
import { useJobs } from "@/components/jobs/use-jobs";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { isOver } from "@/lib/jobs/views";
import { sentenceOf } from "@/lib/refusal";
import { type MaintenanceRequest, WORK, type Work } from "@/lib/storage/maintenance-schema";
import { DATABASE } from "./database-queries";

export type RequestMaintenance = (
  input: MaintenanceRequest,
) => Promise<ActionResult<{ id: string }>>;

/**
 * Asks for the care of a table or an index. Progress stands in the frame; what was measured is read anew
 * when a job has ended. `request` null: the role may look and not act.
 */
export function useMaintenance(request: RequestMaintenance | null) {
  const { tables, errors } = useText();
  const toast = useToast();
  const client = useQueryClient();
  const jobs = useJobs();
  const [asking, setAsking] = useState<string | null>(null);
  const ended = jobs.filter(isOver)[0]?.id ?? null;
  useEffect(() => {
    if (ended !== null) void client.invalidateQueries({ queryKey: DATABASE });
  }, [client, ended]);

  const ask = async (what: Work, target: string) => {
    if (!request) return;
    setAsking(`${what} ${target}`);
    const result = await request({ what, target });
    setAsking(null);
    if (result.ok) toast({ tone: "fine", title: tables.care.asked, note: target });
    else toast({ tone: "loss", title: sentenceOf(errors, result.error), note: target });
    await client.invalidateQueries({ queryKey: JOBS });
  };
  return {
    may: request !== null,
    ask,
    /** Waits, runs, or is being asked for. */
    isUnderWay: (what: Work, target: string) =>
      asking === `${what} ${target}` ||
      jobs.some((it) => !isOver(it) && it.kind === WORK[what] && it.subject === target),
  };
}

export type Maintenance = ReturnType<typeof useMaintenance>;
