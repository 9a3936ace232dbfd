import "server-only";
import type { Sql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import { cancellable } from "@/lib/db/cancel";
import { sqlState } from "@/lib/db/transaction";
import type { ErrorReason } from "@/lib/i18n/en/errors";
import { openJobConnection, openJobWatch } from "@/lib/jobs/connection";
import { JobFailure } from "@/lib/jobs/failure";
import type { JobContext } from "@/lib/jobs/handler";
import { type ProgressView, readProgress } from "./progress";

const LOOK_MS = 500;

export type Work = {
  /** The job's own connection. */
  sql: Sql;
  /** Runs one statement outside of a transaction, cancelled with the job, its progress reported. */
  run(statement: string, view: ProgressView): Promise<void>;
};

/** Expected ends of a maintenance statement, by SQLSTATE. */
const REASONS: Record<string, ErrorReason> = {
  "55P03": "maintenance-locked",
  "53100": "maintenance-no-room",
  "23505": "maintenance-duplicates",
};

/** Opens the two connections of a job, and closes them whatever happens. */
export async function withWork(
  context: JobContext,
  lockTimeoutMs: number,
  work: (work: Work) => Promise<JsonObject>,
): Promise<JsonObject> {
  const sql = openJobConnection(context.id, lockTimeoutMs);
  const watch = openJobWatch(context.id);
  try {
    const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const pid = backend?.pid ?? 0;
    context.backend(pid);
    return await work({
      sql,
      run: (statement, view) => runWatched({ context, sql, watch, pid, statement, view }),
    });
  } catch (error) {
    const reason = REASONS[sqlState(error) ?? ""];
    throw reason && !context.signal.aborted
      ? new JobFailure(reason, null, { cause: error })
      : error;
  } finally {
    await Promise.all([sql.end({ timeout: 2 }), watch.end({ timeout: 2 })]);
  }
}

type Watched = {
  context: JobContext;
  sql: Sql;
  watch: Sql;
  pid: number;
  statement: string;
  view: ProgressView;
};

async function runWatched({ context, sql, watch, pid, statement, view }: Watched): Promise<void> {
  let over = false;
  const looking = (async () => {
    while (!over) {
      // A look that fails costs nothing but the look.
      const progress = await readProgress(watch, view, pid).catch(() => null);
      if (progress && !over) context.report(progress);
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  })();
  try {
    await cancellable(sql.unsafe(statement), context.signal);
  } finally {
    over = true;
    await looking;
  }
}
