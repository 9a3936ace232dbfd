-- Roles of Muniment: least privilege for the web, the worker and migrations. Safe to run again.
--
--   psql -d <Prosody's database> -f scripts/roles.sql      as a superuser (or with CREATEROLE and ADMIN on the owner)
--   then  \password muniment                               and DATABASE_URL=postgres://muniment:…@host/database
--
-- Without these roles Muniment runs as the login of DATABASE_URL itself, and says which promise is weaker.
DO $roles$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['muniment_web', 'muniment_worker', 'muniment_migrate'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another process was first
    END;
  END LOOP;
  BEGIN
    -- NOINHERIT: a connection that forgot to SET ROLE may do nothing at all.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'muniment') THEN
      CREATE ROLE muniment LOGIN NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
END
$roles$;

GRANT muniment_web, muniment_worker, muniment_migrate TO muniment;

DO $grants$
DECLARE
  place record;
  table_name text;
BEGIN
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO muniment', current_database());
  -- Schema console and console_migrations are made by migrations.
  EXECUTE format('GRANT CREATE ON DATABASE %I TO muniment_migrate', current_database());

  FOREACH table_name IN ARRAY ARRAY['prosody', 'prosodyarchive'] LOOP
    FOR place IN
      SELECT c.oid::regclass AS relation, n.nspname AS schema, r.rolname AS owner, r.rolsuper AS super
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
      WHERE c.oid = to_regclass(table_name)
    LOOP
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO muniment_web, muniment_worker, muniment_migrate', place.schema);
      EXECUTE format('GRANT SELECT ON %s TO muniment_web, muniment_worker, muniment_migrate', place.relation);
      IF place.super THEN
        RAISE NOTICE 'Table % belongs to superuser %: "muniment adopt" must then be run with a login that owns it.',
          place.relation, place.owner;
      ELSE
        -- Adoption adds an index and triggers, which only the owner of a table may do.
        EXECUTE format('GRANT %I TO muniment_migrate', place.owner);
      END IF;
    END LOOP;
  END LOOP;
END
$grants$;
