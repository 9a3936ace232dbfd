ALTER TABLE "console"."message" ADD COLUMN "key_hash" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "message_key" ON "console"."message" USING btree ("key_hash");