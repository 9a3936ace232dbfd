CREATE TABLE "console"."search" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"operator_id" text NOT NULL,
	"words" text NOT NULL,
	"filters" text NOT NULL,
	"name" text,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_shared_has_name" CHECK (not shared or name is not null)
);
--> statement-breakpoint
CREATE INDEX "search_operator" ON "console"."search" USING btree ("operator_id","used_at");--> statement-breakpoint
CREATE INDEX "search_shared" ON "console"."search" USING btree ("name") WHERE shared;--> statement-breakpoint
CREATE INDEX "search_old" ON "console"."search" USING btree ("used_at") WHERE name is null;