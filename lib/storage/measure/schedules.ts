import "server-only";
import type { Plan } from "@/lib/jobs/schedule/keep";
import type { Task } from "@/lib/jobs/schedule/run-due";
import { countCopies } from "./count-copies";
import { COPIES_SCHEDULE, SAMPLE_SCHEDULE } from "./names";
import { takeSample } from "./take-sample";

const always = { zone: "UTC", enabled: true, atOnce: true } as const;

/** A sample belongs to the day it begins; copies are counted when most people sleep. */
export const STORAGE_SCHEDULES: readonly (Plan & { task: Task })[] = [
  { name: SAMPLE_SCHEDULE, cron: "0 0 * * *", task: takeSample, ...always },
  { name: COPIES_SCHEDULE, cron: "20 3 * * *", task: countCopies, ...always },
];
