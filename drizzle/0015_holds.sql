CREATE TABLE "console"."held_row" (
	"hold_id" integer NOT NULL,
	"source" text NOT NULL,
	"sort_id" bigint,
	"host" text NOT NULL,
	"user" text NOT NULL,
	"store" text NOT NULL,
	"key" text NOT NULL,
	"when" integer,
	"with" text,
	"type" text,
	"value" text,
	"operation" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"database_user" text NOT NULL,
	"transaction" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	CONSTRAINT "held_row_hold_id_sha256_pk" PRIMARY KEY("hold_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "console"."hold" (
	"id" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"host" text NOT NULL,
	"user" text,
	"peer" text,
	"from_when" integer,
	"until_when" integer,
	"reason" text NOT NULL,
	"operator_id" text NOT NULL,
	"operator_name" text NOT NULL,
	"in_force_since" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "hold_kind" CHECK (kind in ('person', 'room', 'conversation', 'host')),
	CONSTRAINT "hold_scope" CHECK (("user" is null) = (kind = 'host')),
	CONSTRAINT "hold_peer" CHECK ((peer is null) = (kind <> 'conversation')),
	CONSTRAINT "hold_dates" CHECK (from_when <= until_when)
);
--> statement-breakpoint
ALTER TABLE "console"."held_row" ADD CONSTRAINT "held_row_hold_id_hold_id_fk" FOREIGN KEY ("hold_id") REFERENCES "console"."hold"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_row_row" ON "console"."held_row" USING btree ("sort_id");--> statement-breakpoint
CREATE INDEX "hold_active" ON "console"."hold" USING btree ("host","user") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "hold_active_peer" ON "console"."hold" USING btree ("peer") WHERE released_at is null and peer is not null;
--> statement-breakpoint
-- The highest id that a hold ever had. A sequence is not hidden by a snapshot, so a transaction with an old one
-- notices that it does not see every hold. Set with the hold, under the lock; never counted by nextval(),
-- which jumps after a crash.
CREATE SEQUENCE console.hold_epoch MINVALUE 0 START 0;
--> statement-breakpoint
-- Places a hold (docs/security.md, "Legal holds"). Takes the end of the audit chain first, whose entry is the last
-- thing before COMMIT, then the lock that waits for everybody who is deleting or changing rows: whatever
-- is there now is kept. The caller sets lock_timeout: behind this lock Prosody waits, too.
CREATE FUNCTION console.place_hold(
  p_kind text, p_host text, p_user text, p_peer text, p_from integer, p_until integer,
  p_reason text, p_operator_id text, p_operator_name text
) RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $hold$
DECLARE
  guarded regclass;
  made integer;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'holds are placed in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM FROM console.audit_head WHERE one FOR UPDATE;
  FOR guarded IN
    SELECT t.tgrelid FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
    WHERE f.pronamespace = 'console'::regnamespace
      AND f.proname IN ('hold_archive_row', 'hold_map_row') AND NOT t.tgisinternal
    ORDER BY f.proname
  LOOP
    EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', guarded);
  END LOOP;
  -- Looked up again behind the lock: the triggers may have been taken away meanwhile.
  IF NOT EXISTS (
    SELECT FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
    WHERE f.pronamespace = 'console'::regnamespace AND f.proname = 'hold_archive_row'
      AND t.tgenabled = 'A'
  ) THEN
    RAISE EXCEPTION 'no table is guarded' USING ERRCODE = 'MH004';
  END IF;
  SELECT coalesce(max(id), 0) + 1 INTO made FROM console.hold;
  PERFORM setval('console.hold_epoch', made);
  INSERT INTO console.hold (id, kind, host, "user", peer, from_when, until_when, reason,
    operator_id, operator_name, in_force_since)
  VALUES (made, p_kind, p_host, p_user, p_peer, p_from, p_until, p_reason,
    p_operator_id, p_operator_name, clock_timestamp());
  RETURN made;
END
$hold$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION console.place_hold(
  text, text, text, text, integer, integer, text, text, text) FROM PUBLIC;
