import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "../layouts/layout";
import { captureDelete, captureTruncate, captureUpdate } from "./capture-functions";
import type { AdoptionObject, AdoptionState } from "./object";
import { withLockRetries } from "./retry";

type Capture = {
  event: "delete" | "update" | "truncate";
  purpose: string;
  /** Transition tables. */
  referencing: string;
  body: (layout: Layout) => string;
};

function captureTrigger({ event, purpose, referencing, body }: Capture): AdoptionObject {
  const name = `muniment_capture_${event}`;
  const functionName = `console.capture_${event}`;
  // Without sequential scans the plan that a session keeps is by primary key, however large the
  // first statement was and however small the projection still is.
  const makeFunction = (layout: Layout) =>
    `create or replace function ${functionName}() returns trigger language plpgsql security definer ` +
    `set search_path = pg_catalog, pg_temp set enable_seqscan = off as $capture$${body(layout)}$capture$`;
  const makeTrigger = (layout: Layout) => [
    `create trigger ${name} after ${event} on ${layout.table} ${referencing} ` +
      `for each statement execute function ${functionName}()`,
    // ALWAYS: also where session_replication_role is replica.
    `alter table ${layout.table} enable always trigger ${name}`,
  ];
  const drop = (layout: Layout) => `drop trigger if exists ${name} on ${layout.table}`;
  return {
    name,
    kind: "trigger",
    purpose,
    statements: (layout) => [makeFunction(layout), ...makeTrigger(layout)],
    check: (sql, layout) => triggerState(sql, layout, name, body(layout)),
    async create(sql, layout) {
      await sql.unsafe(makeFunction(layout));
      await sql.unsafe(`revoke all on function ${functionName}() from public`);
      if ((await triggerState(sql, layout, name, body(layout))) === "present") return;
      await withLockRetries(`Trigger ${name}`, () =>
        sql.begin((tx) => tx.unsafe([drop(layout), ...makeTrigger(layout)].join(";\n"))),
      );
    },
    async drop(sql, layout) {
      await withLockRetries(`Trigger ${name}`, () => sql.unsafe(drop(layout)));
      await sql.unsafe(`drop function if exists ${functionName}()`);
    },
  };
}

/** `invalid`: the trigger fires, but its function is that of another version. */
async function triggerState(
  sql: Sql,
  layout: Layout,
  name: string,
  body: string,
): Promise<AdoptionState> {
  const [row] = await sql<{ always: boolean; current: boolean }[]>`
    select t.tgenabled = 'A' as always, p.prosrc = ${body} and p.prosecdef as current
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where t.tgrelid = ${layout.table}::regclass and t.tgname = ${name}`;
  if (!row?.always) return "missing";
  return row.current ? "present" : "invalid";
}

/** What keeps the projection true whoever deletes: Prosody, psql or we. There is none for INSERT. */
export const captureTriggers: AdoptionObject[] = [
  captureTrigger({
    event: "delete",
    purpose: "takes deleted messages out of Muniment's index in the same moment",
    referencing: "referencing old table as old_rows",
    body: captureDelete,
  }),
  captureTrigger({
    event: "update",
    purpose: "has changed messages indexed again (moderation in place)",
    referencing: "referencing old table as old_rows new table as new_rows",
    body: captureUpdate,
  }),
  captureTrigger({
    event: "truncate",
    purpose: "has the index built anew after TRUNCATE",
    referencing: "",
    body: captureTruncate,
  }),
];
