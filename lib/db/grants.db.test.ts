import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { pools } from "./pools";
import { sqlState } from "./transaction";

const database = useTestDatabase();

/** Written by hand, not made from lib/db/grants.ts: s(elect) i(nsert) u(pdate) d(elete) t(runcate). */
const EXPECTED: Record<string, { web: string; worker: string }> = {
  "console.approval": { web: "siu", worker: "su" },
  "console.audit_entry": { web: "s", worker: "s" },
  "console.audit_head": { web: "s", worker: "s" },
  "console.conversation": { web: "s", worker: "siudt" },
  "console.counted": { web: "s", worker: "siudt" },
  "console.delta": { web: "s", worker: "siudt" },
  "console.dirty": { web: "s", worker: "siudt" },
  "console.held_row": { web: "s", worker: "s" },
  "console.hold": { web: "s", worker: "s" },
  "console.host": { web: "s", worker: "siudt" },
  "console.indexer_state": { web: "s", worker: "siu" },
  "console.finding": { web: "s", worker: "siud" },
  "console.job": { web: "siu", worker: "siud" },
  "console.message": { web: "s", worker: "siudt" },
  "console.occupant": { web: "s", worker: "siudt" },
  "console.party": { web: "s", worker: "siudt" },
  "console.operator": { web: "siu", worker: "s" },
  "console.owner": { web: "s", worker: "siudt" },
  "console.policy_draft": { web: "siu", worker: "s" },
  "console.policy_version": { web: "sid", worker: "s" },
  "console.retention_pass": { web: "si", worker: "s" },
  "console.retention_rule": { web: "siud", worker: "s" },
  "console.retention_run": { web: "siu", worker: "s" },
  "console.retention_schedule": { web: "siu", worker: "s" },
  "console.reveal": { web: "siu", worker: "" },
  "console.rollup_day": { web: "s", worker: "siudt" },
  "console.rollup_kind": { web: "s", worker: "siudt" },
  "console.rollup_month": { web: "s", worker: "siudt" },
  "console.rollup_month_note": { web: "s", worker: "siudt" },
  "console.rollup_note": { web: "s", worker: "siudt" },
  "console.schedule": { web: "siu", worker: "siu" },
  "console.search": { web: "siud", worker: "sd" },
  "console.session": { web: "siu", worker: "" },
  "console.setup_step": { web: "s", worker: "s" },
  "console.sign_in_throttle": { web: "siud", worker: "" },
  "console.storage_copies": { web: "s", worker: "siud" },
  "console.storage_limit": { web: "siu", worker: "s" },
  "console.storage_sample": { web: "s", worker: "siu" },
  "console.task_run": { web: "s", worker: "siu" },
  "console.worker_beat": { web: "s", worker: "siud" },
  "public.prosody": { web: "s", worker: "s" },
  "public.prosodyarchive": { web: "s", worker: "s" },
};

const VERBS: Record<string, (table: string, column: string) => string> = {
  s: (table) => `select from ${table} limit 1`,
  i: (table) => `insert into ${table} select * from ${table} where false`,
  u: (table, column) => `update ${table} set ${column} = ${column} where false`,
  d: (table) => `delete from ${table} where false`,
  t: (table) => `truncate ${table}`,
};

const PRIVILEGE = "42501";

/** Tries for real, and undoes it. Locks and append-only triggers are no question of rights. */
async function may(sql: Sql, statement: string): Promise<boolean> {
  const undo = new Error("undo");
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(statement);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return true;
    const refused =
      sqlState(error) === PRIVILEGE && /permission denied|must be owner/.test(String(error));
    if (refused) return false;
    throw error;
  }
  throw new Error("not undone");
}

async function tableColumns(): Promise<Map<string, string>> {
  const rows = await database.superuser()<{ name: string; column: string }[]>`
    select table_schema || '.' || table_name as name, min(quote_ident(column_name)) as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema in ('console', 'public', 'console_migrations') and table_type = 'BASE TABLE'
    group by 1`;
  return new Map(rows.map((row) => [row.name, row.column]));
}

test("every table × verb × role is as the matrix says", async () => {
  const columns = await tableColumns();
  const found: Record<string, { web: string; worker: string }> = {};
  for (const [table, column] of columns) {
    if (table.startsWith("console_migrations.")) continue;
    const verbs = { web: "", worker: "" };
    for (const [letter, statement] of Object.entries(VERBS)) {
      const text = statement(table, column);
      if (await may(pools().interactive, text)) verbs.web += letter;
      if (await may(pools().jobs, text)) verbs.worker += letter;
    }
    found[table] = verbs;
  }
  expect(found).toEqual(EXPECTED);
});

test("neither web nor worker may change structure, take another role, or see migrations", async () => {
  // What docs/operations.md says to do before PostgreSQL 15, where everybody may create in public.
  await database.superuser()`revoke create on schema public from public`;
  for (const sql of [pools().interactive, pools().jobs]) {
    for (const statement of [
      "create table console.mine (a int)",
      "create table public.mine (a int)",
      "drop trigger audit_entry_append_only on console.audit_entry",
      "alter table console.audit_entry disable trigger all",
      "create index on prosodyarchive (key)",
      "select from console_migrations.__drizzle_migrations",
      "create role somebody",
    ]) {
      expect(await may(sql, statement), statement).toBe(false);
    }
  }
});

test("the worker alone tidies the index of words, whose owner it is not", async () => {
  const statement = "select console.clean_search_index()";
  expect(await may(pools().jobs, statement)).toBe(true);
  expect(await may(pools().interactive, statement)).toBe(false);
  expect(await may(pools().jobs, "drop index console.message_search")).toBe(false);
});

test("the web alone places holds, and nobody touches what they keep", async () => {
  const statement = `select console.place_hold('nothing', 'a.example', null, null, null, null, '', '', '')`;
  await expect(pools().interactive.unsafe(statement)).rejects.toThrow(/no table is guarded/);
  expect(await may(pools().jobs, statement)).toBe(false);
});

test("not even the owner of the schema changes the trail", async () => {
  const sql = database.superuser();
  for (const statement of [
    "update console.audit_entry set action = 'x'",
    "delete from console.audit_entry",
    "truncate console.audit_entry",
    "delete from console.audit_head",
  ]) {
    await expect(
      sql.begin(async (tx) => {
        await tx`set local role muniment_migrate`;
        await tx.unsafe(statement);
      }),
    ).rejects.toThrow("append-only");
  }
});
