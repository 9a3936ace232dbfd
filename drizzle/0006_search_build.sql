ALTER TABLE "console"."party" ADD COLUMN "doubtful" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "console"."indexer_state" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "console"."indexer_state" ADD COLUMN "generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "console"."indexer_state" ADD COLUMN "step" text;--> statement-breakpoint
CREATE INDEX "party_doubtful" ON "console"."party" USING btree ("id") WHERE doubtful;
--> statement-breakpoint
-- Names are looked up by their beginning: with collation C the unique index does that, whatever the database's.
ALTER TABLE console.party ALTER COLUMN name TYPE text COLLATE "C";
--> statement-breakpoint
-- New words wait in a list that every search reads through. Only the owner of an index may empty it, and the
-- worker is not the owner.
CREATE FUNCTION console.clean_search_index() RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $clean$
DECLARE
  words regclass;
BEGIN
  FOR words IN
    SELECT indexrelid FROM pg_index
    WHERE indrelid = 'console.message'::regclass AND indisvalid AND indisready
      AND indexrelid IN (to_regclass('console.message_search'), to_regclass('console.message_substring'))
  LOOP
    PERFORM gin_clean_pending_list(words);
  END LOOP;
END
$clean$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION console.clean_search_index() FROM PUBLIC;
