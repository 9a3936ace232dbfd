import "server-only";
import { z } from "zod";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { permits, type Role } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { ConsoleError } from "@/lib/errors";
import { errors } from "@/lib/i18n/en/errors";
import { keepSchedule } from "@/lib/jobs/schedule/keep";
import { isTiming } from "@/lib/jobs/schedule/next-run";
import type { Task } from "@/lib/jobs/schedule/run-due";
import { startRun } from "./run/start";
import type { ScheduleView } from "./views";

export const RETENTION_SCHEDULE = "retention.run";

/** Cron of five fields in the local time of a zone (IANA). */
export const newSchedule = z
  .strictObject({
    cron: z.string().trim().max(100),
    zone: z.string().max(100),
    enabled: z.boolean(),
  })
  .refine(isTiming, errors["retention-timing"]);

/** null: never set up. */
export async function getSchedule(_grant: Grant<"retention.read">): Promise<ScheduleView | null> {
  const [row] = await pools().interactive<ScheduleView[]>`
    select s.cron, s.zone, s.enabled, r.operator_name as operator,
      floor(extract(epoch from s.last_run_at))::float8 as "lastAt",
      case when s.enabled then floor(extract(epoch from s.next_run_at))::float8 end as "nextAt"
    from console.schedule s cross join console.retention_schedule r where s.name = ${RETENTION_SCHEDULE}`;
  return row ?? null;
}

/** Cleans by itself from then on, in the name of whoever set it up last. */
export async function saveSchedule(
  grant: Grant<"retention.run">,
  timing: z.output<typeof newSchedule>,
): Promise<void> {
  const { id, name } = grant.operator;
  await pools().interactive.begin(async (tx) => {
    await keepSchedule(tx, { name: RETENTION_SCHEDULE, ...timing, atOnce: false });
    await tx`
      insert into console.retention_schedule (operator_id, operator_name) values (${id}, ${name})
      on conflict (one) do update set operator_id = excluded.operator_id, operator_name = excluded.operator_name`;
    await recordAuditIn(tx, grant, {
      action: "retention.schedule",
      phase: "done",
      subject: "*",
      details: timing,
    });
  });
}

/**
 * Puts the cleanup into the queue as whoever set the schedule up, if they still may. Much needs a second person as it
 * does by hand: then it is asked for, and the next time it is due it runs. Nothing to do is no failure.
 */
export const startScheduled: Task = async (sql) => {
  const [operator] = await sql<{ id: string; name: string; roles: Role[] }[]>`
    select o.id::text, o.name, o.roles from console.retention_schedule r
    join console.operator o on o.id::text = r.operator_id where o.disabled_at is null`;
  if (operator && permits(operator.roles, "retention.run")) {
    const grant = grantFor({ ...operator, sessionId: null }, "retention.run");
    try {
      await startRun(grant, { host: null, dryRun: false }, "The schedule of cleanups");
    } catch (error) {
      if (!(error instanceof ConsoleError) || error.code !== "conflict") throw error;
    }
  }
  return async () => {};
};
