CREATE TABLE "console"."schedule" (
	"name" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"zone" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"last_run_at" timestamp with time zone,
	"next_run_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "console"."storage_copies" (
	"host_id" smallint PRIMARY KEY NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "console"."storage_limit" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"bytes" bigint,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "storage_limit_one" CHECK (one),
	CONSTRAINT "storage_limit_bytes" CHECK (bytes > 0)
);
--> statement-breakpoint
CREATE TABLE "console"."storage_sample" (
	"day" date PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"archive_heap_bytes" bigint NOT NULL,
	"archive_toast_bytes" bigint NOT NULL,
	"archive_index_bytes" bigint NOT NULL,
	"archive_live_rows" bigint NOT NULL,
	"archive_dead_rows" bigint NOT NULL,
	"data_heap_bytes" bigint NOT NULL,
	"data_toast_bytes" bigint NOT NULL,
	"data_index_bytes" bigint NOT NULL,
	"data_live_rows" bigint NOT NULL,
	"data_dead_rows" bigint NOT NULL,
	"console_heap_bytes" bigint NOT NULL,
	"console_toast_bytes" bigint NOT NULL,
	"console_index_bytes" bigint NOT NULL,
	"console_live_rows" bigint NOT NULL,
	"console_dead_rows" bigint NOT NULL,
	"database_bytes" bigint NOT NULL,
	"free_bytes" bigint,
	"rows" bigint,
	"stanza_bytes" bigint
);
