-- The audit chain (docs/security.md, "The audit trail"). Included by a custom migration; PostgreSQL 13+.
-- Entries are appended by console.audit_append() alone: the web and worker roles get EXECUTE on it and
-- SELECT on the table, never INSERT. The function computes the hash, so a role that may append cannot
-- choose a sequence number, a time or a previous hash.

INSERT INTO console.audit_head (one, seq, hash) VALUES (true, 0, repeat('0', 64))
ON CONFLICT (one) DO NOTHING;
--> statement-breakpoint
-- The canonical text is RFC 8785: keys in code-unit order, strings as to_json() writes them (PostgreSQL's
-- short escapes and lower-case \u00xx are the same as ECMAScript's), details canonicalised by the caller.
-- The cast to json checks the caller's text without normalising it (jsonb would, and refuses \u0000).
-- lock_timeout is the function's own: whoever waits for the end of the chain gives up, and rolls back.
CREATE OR REPLACE FUNCTION console.audit_append(
  p_operator_id text,
  p_operator_name text,
  p_session_id text,
  p_action text,
  p_phase text,
  p_subject text,
  p_refers_to bigint,
  p_details text
) RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '3s'
AS $audit$
DECLARE
  head_seq bigint;
  head_hash text;
  entry_seq bigint;
  entry_at timestamptz;
  entry_text text;
  entry_hash text;
BEGIN
  IF p_phase NOT IN ('asked', 'answered', 'done', 'refused') OR p_action !~ '^[a-z]+\.[a-z-]+$' THEN
    RAISE EXCEPTION 'not an audit entry: % %', p_action, p_phase USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF json_typeof(p_details::json) IS DISTINCT FROM 'object' THEN
    RAISE EXCEPTION 'audit details must be an object' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  SELECT h.seq, h.hash INTO head_seq, head_hash FROM console.audit_head h WHERE h.one FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the end of the audit chain is missing' USING ERRCODE = 'data_exception';
  END IF;
  IF p_refers_to < 1 OR p_refers_to > head_seq THEN
    RAISE EXCEPTION 'audit entry % does not exist', p_refers_to USING ERRCODE = 'invalid_parameter_value';
  END IF;

  entry_seq := head_seq + 1;
  entry_at := date_trunc('milliseconds', clock_timestamp());
  entry_text := '{"action":' || to_json(p_action)
    || ',"at":"' || to_char(entry_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'
    || ',"details":' || p_details
    || ',"operatorId":' || to_json(p_operator_id)
    || ',"operatorName":' || to_json(p_operator_name)
    || ',"phase":' || to_json(p_phase)
    || ',"refersTo":' || coalesce(p_refers_to::text, 'null')
    || ',"seq":' || entry_seq
    || ',"sessionId":' || coalesce(to_json(p_session_id)::text, 'null')
    || ',"subject":' || to_json(p_subject)
    || ',"v":1}';
  entry_hash := encode(sha256(convert_to(head_hash || entry_text, 'UTF8')), 'hex');

  INSERT INTO console.audit_entry
    (seq, at, operator_id, operator_name, action, phase, subject, refers_to, canonical, previous_hash, hash)
  VALUES
    (entry_seq, entry_at, p_operator_id, p_operator_name, p_action, p_phase, p_subject, p_refers_to,
     entry_text, head_hash, entry_hash);
  UPDATE console.audit_head SET seq = entry_seq, hash = entry_hash WHERE one;
  RETURN entry_seq;
END
$audit$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION console.audit_refuse() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $audit$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only: % on console.% is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$audit$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON console.audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION console.audit_refuse();
--> statement-breakpoint
-- ALWAYS: session_replication_role = replica does not switch it off.
ALTER TABLE console.audit_entry ENABLE ALWAYS TRIGGER audit_entry_append_only;
--> statement-breakpoint
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON console.audit_head
FOR EACH STATEMENT EXECUTE FUNCTION console.audit_refuse();
--> statement-breakpoint
ALTER TABLE console.audit_head ENABLE ALWAYS TRIGGER audit_head_stays;
--> statement-breakpoint
REVOKE ALL ON FUNCTION
  console.audit_append(text, text, text, text, text, text, bigint, text) FROM PUBLIC;
--> statement-breakpoint
DO $audit$
DECLARE
  member text;
BEGIN
  FOREACH member IN ARRAY ARRAY['muniment_web', 'muniment_worker'] LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = member) THEN
      EXECUTE format('GRANT USAGE ON SCHEMA console TO %I', member);
      EXECUTE format('REVOKE ALL ON console.audit_entry, console.audit_head FROM %I', member);
      EXECUTE format('GRANT SELECT ON console.audit_entry, console.audit_head TO %I', member);
      EXECUTE format('GRANT EXECUTE ON FUNCTION '
        'console.audit_append(text, text, text, text, text, text, bigint, text) TO %I', member);
    END IF;
  END LOOP;
END
$audit$;
