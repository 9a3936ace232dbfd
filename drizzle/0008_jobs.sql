CREATE TABLE "console"."job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"lane" text NOT NULL,
	"params" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"operator_id" text NOT NULL,
	"operator_name" text NOT NULL,
	"audit_seq" bigint,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancel_asked_at" timestamp with time zone,
	"cancel_asked_by" text,
	"beat_at" timestamp with time zone,
	"worker" text,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"backend_pid" integer,
	"progress" jsonb,
	"result" jsonb,
	"error" text,
	"error_reason" text,
	CONSTRAINT "job_state" CHECK (state in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "job_open" ON "console"."job" USING btree ("kind","subject") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "job_lane" ON "console"."job" USING btree ("lane") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "job_queue" ON "console"."job" USING btree ("asked_at","id") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "job_ended" ON "console"."job" USING btree ("ended_at") WHERE ended_at is not null;