"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { JobView } from "@/lib/jobs/views";
import { jobsQuery } from "./jobs-query";

const NONE: readonly JobView[] = [];
const never = () => () => {};

/**
 * What waits, runs and ended lately; `first` until the first answer. The top bar asks as soon as it lives, and
 * parts that the server sent later come alive after that answer: they must begin with what they were sent.
 */
export function useJobs(first: readonly JobView[] = NONE): readonly JobView[] {
  const { data } = useQuery(jobsQuery());
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isAlive && data ? data.jobs : first;
}
