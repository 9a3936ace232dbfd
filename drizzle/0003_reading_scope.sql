ALTER TABLE "console"."reveal" ALTER COLUMN "host" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "console"."reveal" ALTER COLUMN "user" DROP NOT NULL;