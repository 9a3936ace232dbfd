CREATE TABLE "console"."task_run" (
	"host" text NOT NULL,
	"task" text NOT NULL,
	"last_run_at" bigint NOT NULL,
	"runs" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "task_run_host_task_pk" PRIMARY KEY("host","task")
);
