import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "../layouts/layout";
import type { AdoptionObject, AdoptionState } from "./object";
import { withLockRetries } from "./retry";

export type TriggerSpec = {
  name: string;
  purpose: string;
  /** Quoted and schema-qualified. */
  table: (layout: Layout) => string;
  /** From BEFORE or AFTER to FOR EACH. */
  fires: string;
  each: "row" | "statement";
  /** Condition of WHEN; missing: always. */
  when?: string;
  /** In schema console. */
  functionName: string;
  body: (layout: Layout) => string;
  /** Settings of the function beside its search path. */
  settings?: string;
  /** In the transaction that drops the trigger, under its lock: throws where it may not go. */
  mayGo?: (tx: Sql) => Promise<void>;
};

/** A trigger that always fires, of a function that acts as its owner: whoever deletes need not know our schema. */
export function triggerObject(spec: TriggerSpec): AdoptionObject {
  const { name, purpose, table, fires, each, when, functionName, body, settings = "" } = spec;
  const makeFunction = (layout: Layout) =>
    `create or replace function ${functionName}() returns trigger language plpgsql security definer ` +
    `set search_path = pg_catalog, pg_temp ${settings} as $trigger$${body(layout)}$trigger$`;
  const makeTrigger = (layout: Layout) => [
    `create trigger ${name} ${fires.replace("TABLE", table(layout))} ` +
      `for each ${each} ${when ? `when (${when}) ` : ""}execute function ${functionName}()`,
    // ALWAYS: also where session_replication_role is replica.
    `alter table ${table(layout)} enable always trigger ${name}`,
  ];
  const drop = (layout: Layout) => `drop trigger if exists ${name} on ${table(layout)}`;
  const state = (sql: Sql, layout: Layout) =>
    triggerState(sql, { table: table(layout), name, body: body(layout) });
  return {
    name,
    kind: "trigger",
    purpose,
    statements: (layout) => [makeFunction(layout), ...makeTrigger(layout)],
    check: state,
    async create(sql, layout) {
      await sql.unsafe(makeFunction(layout));
      await sql.unsafe(`revoke all on function ${functionName}() from public`);
      if ((await state(sql, layout)) === "present") return;
      await withLockRetries(`Trigger ${name}`, () =>
        sql.begin((tx) => tx.unsafe([drop(layout), ...makeTrigger(layout)].join(";\n"))),
      );
    },
    async drop(sql, layout) {
      await withLockRetries(`Trigger ${name}`, () =>
        sql.begin(async (tx) => {
          await tx.unsafe(drop(layout));
          await spec.mayGo?.(tx as unknown as Sql);
        }),
      );
      await dropUnused(sql, functionName);
    },
  };
}

/** One function may serve the triggers of both tables: it goes with the last of them. */
async function dropUnused(sql: Sql, functionName: string): Promise<void> {
  const [used] = await sql`
    select from pg_trigger where tgfoid = to_regproc(${functionName})::oid limit 1`;
  if (!used) await sql.unsafe(`drop function if exists ${functionName}()`);
}

type Wanted = { table: string; name: string; body: string };

/** `invalid`: the trigger fires, but its function is that of another version. */
async function triggerState(sql: Sql, { table, name, body }: Wanted): Promise<AdoptionState> {
  const [row] = await sql<{ always: boolean; current: boolean }[]>`
    select t.tgenabled = 'A' as always, p.prosrc = ${body} and p.prosecdef as current
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where t.tgrelid = ${table}::regclass and t.tgname = ${name}`;
  if (!row?.always) return "missing";
  return row.current ? "present" : "invalid";
}
