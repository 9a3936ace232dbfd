CREATE TABLE "console"."approval" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"content" text NOT NULL,
	"content_sha256" text NOT NULL,
	"reason" text NOT NULL,
	"requester_id" text NOT NULL,
	"requester_name" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ripe_at" timestamp with time zone,
	"state" text DEFAULT 'waiting' NOT NULL,
	"approver_id" text,
	"approver_name" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"used_at" timestamp with time zone,
	CONSTRAINT "approval_state" CHECK (state in ('waiting', 'approved', 'refused', 'cancelled', 'used')),
	CONSTRAINT "approval_second" CHECK (approver_id <> requester_id),
	CONSTRAINT "approval_approved" CHECK (state <> 'approved' or approver_id is not null),
	CONSTRAINT "approval_refused" CHECK (state <> 'refused' or decision_reason is not null),
	CONSTRAINT "approval_used" CHECK (state <> 'used' or approver_id is not null or ripe_at <= used_at),
	CONSTRAINT "approval_hash" CHECK (content_sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "approval_open" ON "console"."approval" USING btree ("kind","subject") WHERE state in ('waiting', 'approved');--> statement-breakpoint
CREATE INDEX "approval_requested" ON "console"."approval" USING btree ("requested_at" DESC NULLS LAST);