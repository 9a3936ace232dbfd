import { beforeEach } from "vitest";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { getJob } from "@/lib/jobs/queries";
import { runNextJob } from "@/lib/jobs/run";
import type { JobView } from "@/lib/jobs/views";
import { RETENTION_HANDLERS } from "@/lib/retention/run/handler";
import { requestMaintenance } from "@/lib/storage/commands/request-maintenance";
import { MAINTENANCE_HANDLERS } from "@/lib/storage/maintenance/handlers";
import type { MaintenanceRequest } from "@/lib/storage/maintenance-schema";
import { type TestDatabase, useTestDatabase } from "./database";
import { testGrant } from "./grants";
import { makeOperator, signInAs } from "./operators";
import { withSecret } from "./secret";

export const ARCHIVE = "public.prosodyarchive";
export const reader = testGrant("storage.read");

const PATIENCE_MS = 60_000;

export type Care = {
  database: TestDatabase;
  /** Of an administrator made for this test. */
  grant: () => Grant<"storage.maintain">;
  /** Asks for it and does it; the job as it ended. */
  run: (what: MaintenanceRequest["what"], target: string) => Promise<JobView>;
  /** Action, phase and subject of the newest entries, newest first. */
  trail: (count: number) => Promise<string[]>;
  /** Whether it is valid; null when it is not there. */
  indexThere: (name: string) => Promise<boolean | null>;
};

/** A database with Prosody's rows and somebody who may care for it. */
export function useCare(): Care {
  const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });
  withSecret();
  let grant: Grant<"storage.maintain">;
  let made = 0;
  beforeEach(async () => {
    const name = `admin${++made}`;
    await makeOperator(name);
    grant = grantFor(await signInAs(name), "storage.maintain");
  });
  return {
    database,
    grant: () => grant,
    async run(what, target) {
      const { id } = await requestMaintenance(grant, { what, target });
      await runAll();
      return getJob(reader, id);
    },
    async trail(count) {
      const rows = await database.superuser()<{ entry: string }[]>`
        select action || ' ' || phase || ' ' || subject as entry
        from console.audit_entry order by seq desc limit ${count}`;
      return rows.map((it) => it.entry);
    },
    async indexThere(name) {
      const [row] = await database.superuser()<{ valid: boolean }[]>`
        select indisvalid as valid from pg_index where indexrelid = to_regclass(${name})`;
      return row?.valid ?? null;
    },
  };
}

/** The worker's part, in this process. */
export function runOne(signal = new AbortController().signal): Promise<"worked" | "idle"> {
  return runNextJob({
    worker: "test",
    handlers: { ...MAINTENANCE_HANDLERS, ...RETENTION_HANDLERS },
    signal,
    log: () => {},
  });
}

export async function runAll(): Promise<void> {
  while ((await runOne()) === "worked");
}

export async function until(id: string, holds: (job: JobView) => boolean): Promise<JobView> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const job = await getJob(reader, id);
    if (holds(job)) return job;
    if (Date.now() > end) throw new Error(`in vain: ${JSON.stringify(job)}`);
    await pause(50);
  }
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
