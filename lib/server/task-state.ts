import type { Expiry } from "@/lib/expiry/views";
import type { TaskState } from "./views";

/** Prosody looks hourly whether a day has passed (mod_cron 0.12.3:25-28), and may be restarted in between. */
const ON_TIME_SECONDS = 26 * 3_600;
/** As on the overview: a server that was down for a night is no news. */
const OVERDUE_SECONDS = 2 * 86_400;

type Run = Pick<Expiry, "expiresAfterSeconds" | "lastRunAt">;

/** How a daily cleanup stands at `now`, in unix seconds. */
export function taskState({ expiresAfterSeconds, lastRunAt }: Run, now: number): TaskState {
  // With "never" the module makes no task (mod_mam 0.12.3:545); an old note of one stays.
  if (expiresAfterSeconds === "never" || expiresAfterSeconds === "off") return "not-expected";
  if (lastRunAt === null) return "never-ran";
  const age = now - lastRunAt;
  if (age <= ON_TIME_SECONDS) return "on-time";
  return age <= OVERDUE_SECONDS ? "due" : "overdue";
}
