import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { consoleSchema } from "@/lib/db/console-schema";
import type { JobState } from "./views";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Long work: the record people see, and the queue workers take it from (docs/decisions/0010-jobs.md). */
export const job = consoleSchema.table(
  "job",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    /** What it is about, as on the trail. */
    subject: text().notNull(),
    /** One job of a lane runs at a time, whatever the number of workers. */
    lane: text().notNull(),
    params: jsonb().notNull(),
    state: text().$type<JobState>().notNull().default("waiting"),
    /** `console.operator.id`, or `cli:<os user>`. */
    operatorId: text("operator_id").notNull(),
    operatorName: text("operator_name").notNull(),
    /** The entry *asked*, which the end refers to. */
    auditSeq: bigint("audit_seq", { mode: "number" }),
    askedAt: at("asked_at").notNull().defaultNow(),
    startedAt: at("started_at"),
    endedAt: at("ended_at"),
    cancelAskedAt: at("cancel_asked_at"),
    cancelAskedBy: text("cancel_asked_by"),
    /** The worker's sign of life; too old means that it died. */
    beatAt: at("beat_at"),
    worker: text(),
    /** Goes up with each worker that takes it; whoever holds an older number has lost it. */
    attempt: smallint().notNull().default(0),
    backendPid: integer("backend_pid"),
    progress: jsonb(),
    result: jsonb(),
    error: text(),
    errorReason: text("error_reason"),
  },
  (t) => [
    check("job_state", sql`state in ('waiting', 'running', 'done', 'failed', 'cancelled')`),
    uniqueIndex("job_open").on(t.kind, t.subject).where(sql`state in ('waiting', 'running')`),
    uniqueIndex("job_lane").on(t.lane).where(sql`state = 'running'`),
    index("job_queue").on(t.askedAt, t.id).where(sql`state in ('waiting', 'running')`),
    index("job_ended").on(t.endedAt).where(sql`ended_at is not null`),
  ],
);
