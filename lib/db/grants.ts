import "server-only";
import type { Sql } from "postgres";
import { CONSOLE_ROLES } from "./roles";

type Verb = "select" | "insert" | "update" | "delete" | "truncate";

const read = ["select"] as const;
const change = ["select", "insert", "update"] as const;
const all = ["select", "insert", "update", "delete"] as const;
const rebuild = [...all, "truncate"] as const;

type Grants = { web: readonly Verb[]; worker: readonly Verb[] };

/**
 * Table × role → verbs, the only place. `muniment_migrate` owns them all. The audit trail is appended
 * by console.audit_append() alone; the projection is written by the worker alone.
 */
export const TABLE_GRANTS: Record<string, Grants> = {
  audit_entry: { web: read, worker: read },
  audit_head: { web: read, worker: read },
  operator: { web: change, worker: read },
  session: { web: change, worker: [] },
  sign_in_throttle: { web: all, worker: [] },
  reveal: { web: change, worker: [] },
  search: { web: all, worker: ["select", "delete"] },
  setup_step: { web: read, worker: read },
  job: { web: change, worker: all },
  task_run: { web: read, worker: change },
  policy_draft: { web: change, worker: read },
  policy_version: { web: ["select", "insert", "delete"], worker: read },
  worker_beat: { web: read, worker: all },
  host: { web: read, worker: rebuild },
  owner: { web: read, worker: rebuild },
  conversation: { web: read, worker: rebuild },
  occupant: { web: read, worker: rebuild },
  party: { web: read, worker: rebuild },
  message: { web: read, worker: rebuild },
  counted: { web: read, worker: rebuild },
  delta: { web: read, worker: rebuild },
  dirty: { web: read, worker: rebuild },
  rollup_day: { web: read, worker: rebuild },
  rollup_kind: { web: read, worker: rebuild },
  rollup_month: { web: read, worker: rebuild },
  rollup_note: { web: read, worker: rebuild },
  rollup_month_note: { web: read, worker: rebuild },
  finding: { web: read, worker: all },
  schedule: { web: change, worker: change },
  storage_sample: { web: read, worker: change },
  storage_copies: { web: read, worker: all },
  storage_limit: { web: change, worker: read },
  approval: { web: change, worker: ["select", "update"] },
  retention_rule: { web: all, worker: read },
  retention_schedule: { web: change, worker: read },
  retention_run: { web: change, worker: read },
  retention_pass: { web: ["select", "insert"], worker: read },
  hold: { web: read, worker: read },
  held_row: { web: read, worker: read },
  indexer_state: { web: read, worker: change },
};

const AUDIT_APPEND = "console.audit_append(text, text, text, text, text, text, bigint, text)";
const PLACE_HOLD = "console.place_hold(text, text, text, text, integer, integer, text, text, text)";
const CLEAN_SEARCH_INDEX = "console.clean_search_index()";

/**
 * Sets exactly TABLE_GRANTS, for the roles that exist. Run after every migration and safe to repeat; an
 * operator who creates the roles later gets the grants with the next start.
 */
export async function applyGrants(sql: Sql): Promise<void> {
  const roles = await sql<{ name: string }[]>`
    select rolname::text as name from pg_roles
    where rolname = any(${[CONSOLE_ROLES.web, CONSOLE_ROLES.worker]}::text[])
      and to_regnamespace('console') is not null
      and pg_has_role(current_user, (select nspowner from pg_namespace where nspname = 'console'), 'USAGE')`;
  const statements = roles.flatMap(({ name }) => grantsOf(name));
  if (statements.length === 0) return;
  await sql.begin((tx) => tx.unsafe(statements.join(";\n")));
}

function grantsOf(role: string): string[] {
  const who = role === CONSOLE_ROLES.web ? "web" : "worker";
  const statements = [
    `grant usage on schema console to ${role}`,
    `revoke all on all tables in schema console from ${role}`,
    `revoke all on all sequences in schema console from ${role}`,
    `grant execute on function ${AUDIT_APPEND} to ${role}`,
  ];
  for (const [table, verbs] of Object.entries(TABLE_GRANTS)) {
    if (verbs[who].length > 0) {
      statements.push(`grant ${verbs[who].join(", ")} on console.${table} to ${role}`);
    }
  }
  if (who === "web") statements.push(`grant execute on function ${PLACE_HOLD} to ${role}`);
  if (who === "worker") {
    statements.push(`grant usage on all sequences in schema console to ${role}`);
    statements.push(`grant execute on function ${CLEAN_SEARCH_INDEX} to ${role}`);
  }
  return statements;
}
