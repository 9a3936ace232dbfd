CREATE TABLE "console"."finding" (
	"id" text PRIMARY KEY NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"severity" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "console"."rollup_day" (
	"host_id" smallint NOT NULL,
	"store" text NOT NULL,
	"day" integer NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"rows_until" integer[] NOT NULL,
	"bytes_until" bigint[] NOT NULL,
	CONSTRAINT "rollup_day_host_id_store_day_pk" PRIMARY KEY("host_id","store","day")
);
--> statement-breakpoint
CREATE TABLE "console"."rollup_kind" (
	"host_id" smallint NOT NULL,
	"store" text NOT NULL,
	"kind" smallint NOT NULL,
	"day" integer NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "rollup_kind_host_id_store_kind_day_pk" PRIMARY KEY("host_id","store","kind","day")
);
--> statement-breakpoint
CREATE TABLE "console"."rollup_month" (
	"owner_id" integer NOT NULL,
	"month" integer NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "rollup_month_owner_id_month_pk" PRIMARY KEY("owner_id","month")
);
--> statement-breakpoint
CREATE TABLE "console"."rollup_month_note" (
	"owner_id" integer NOT NULL,
	"month" integer NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "console"."rollup_note" (
	"host_id" smallint NOT NULL,
	"store" text NOT NULL,
	"kind" smallint NOT NULL,
	"quarter" integer NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
-- Today's lines are rewritten with every batch: room for HOT updates, and vacuum soon.
ALTER TABLE console.rollup_day SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE console.rollup_kind SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE console.rollup_month SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE console.rollup_note SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
--> statement-breakpoint
ALTER TABLE console.rollup_month_note SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
