import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "../layouts/layout";
import type { AdoptionObject, AdoptionState } from "./object";
import { withLockRetries } from "./retry";

/**
 * An index on Prosody's table, built and dropped CONCURRENTLY: that takes a lock which neither reading
 * nor writing notices. `columns` is given over no alias.
 */
export function indexObject(
  name: string,
  purpose: string,
  columns: (layout: Layout) => string,
): AdoptionObject {
  const build = (layout: Layout) =>
    `create index concurrently if not exists ${name} on ${layout.table} (${columns(layout)})`;
  const remove = (layout: Layout) =>
    `drop index concurrently if exists ${schemaOf(layout)}.${name}`;
  const check = (sql: Sql, layout: Layout) => indexState(sql, layout, name);
  return {
    name,
    kind: "index",
    purpose,
    statements: (layout) => [build(layout)],
    check,
    create: (sql, layout) =>
      patiently(sql, name, async () => {
        // A build that was cancelled, or gave up on a lock, leaves an index that no query may use.
        if ((await check(sql, layout)) === "invalid") await sql.unsafe(remove(layout));
        await sql.unsafe(build(layout));
      }),
    drop: (sql, layout) => patiently(sql, name, () => sql.unsafe(remove(layout))),
  };
}

/**
 * Waits for old transactions to end, as CONCURRENTLY must. Nobody waits behind us meanwhile: SHARE UPDATE
 * EXCLUSIVE lets reading and writing through, so the short timeout of other DDL is not needed here.
 */
async function patiently(sql: Sql, name: string, work: () => Promise<unknown>): Promise<void> {
  await sql`select set_config('lock_timeout', '10min', false)`;
  try {
    await withLockRetries(`Index ${name}`, work, 2);
  } finally {
    await sql`select set_config('lock_timeout', '2s', false)`;
  }
}

function schemaOf(layout: Layout): string {
  return layout.table.slice(0, layout.table.lastIndexOf("."));
}

async function indexState(sql: Sql, layout: Layout, name: string): Promise<AdoptionState> {
  const [row] = await sql<{ valid: boolean }[]>`
    select i.indisvalid and i.indisready as valid
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${layout.table}::regclass and c.relname = ${name}`;
  if (!row) return "missing";
  return row.valid ? "present" : "invalid";
}
