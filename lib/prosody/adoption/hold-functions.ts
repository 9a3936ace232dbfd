import type { Layout } from "../layouts/layout";
import { ANY_HOLD, holdsOfMapRow, holdsOfRow } from "./hold-match";
import { rowHash } from "./row-hash";

/** Class MH is ours: PostgreSQL leaves those from I on to whoever uses it. */
export const HOLD_STATES = {
  /** One of our own roles would delete or change a held row. */
  refused: "MH001",
  /** An older snapshot may not see a new hold. */
  isolation: "MH002",
  truncate: "MH003",
  /** No table is guarded, so no hold can be placed. */
  unguarded: "MH004",
} as const;

/**
 * Is it one of ours? `role` is what SET ROLE chose, also inside SECURITY DEFINER. Where the roles do not exist
 * we sign in as Prosody does: our connections then go by their name.
 */
const OURS = `current_setting('role') like 'muniment\\_%' or session_user like 'muniment%'
      or current_setting('application_name') like 'muniment %'`;

/**
 * Holds are placed under a lock that waits for every writer, and each query in here has a new snapshot: in READ
 * COMMITTED none is ever missed. An older snapshot may miss one; the sequence, which no snapshot hides,
 * then tells. Without a hold nobody is refused anything.
 */
const OLDER = "current_setting('transaction_isolation') <> 'read committed'";
const UNSEEN = `(select last_value from console.hold_epoch) > (select coalesce(max(id), 0) from console.hold)`;

const refuseIsolation = `
      raise exception 'rows under a legal hold: only READ COMMITTED transactions may delete or change them'
        using errcode = '${HOLD_STATES.isolation}';`;

const rowFunction = (holds: string, columns: string, values: string, hash: string) => `
declare
  held integer[];
begin
  if tg_op = 'UPDATE' and old is not distinct from new then return new; end if;
  if ${OLDER} then
    if ${UNSEEN} then${refuseIsolation}
    end if;
  end if;
  held := array(${holds});
  if cardinality(held) > 0 then
    if ${OLDER} then${refuseIsolation}
    end if;
    if ${OURS} then
      raise exception 'this row is under legal hold %', held using errcode = '${HOLD_STATES.refused}';
    end if;
    insert into console.held_row (hold_id, ${columns},
      operation, at, database_user, transaction, sha256)
    select id, ${values},
      tg_op, clock_timestamp(), session_user, pg_current_xact_id()::text, ${hash}
    from unnest(held) id on conflict do nothing;
  end if;
  return coalesce(new, old);
end`;

/**
 * Says once a statement whether its rows have to be looked at at all. A hold that comes later waits for the lock
 * that the statement has by then, until its transaction ends, as this setting does. Where it was not said (a
 * partition that is written to directly, replication) the rows are looked at.
 */
export function holdBegin(setting: string): string {
  return `
declare
  needed boolean := exists (${ANY_HOLD});
begin
  if not needed and ${OLDER} then needed := ${UNSEEN}; end if;
  perform set_config('${setting}', case when needed then 'on' else 'off' end, true);
  return null;
end`;
}

/** SQL, of a trigger: unless the statement said that there is no hold. */
export const unlessOff = (setting: string) =>
  `current_setting('${setting}', true) is distinct from 'off'`;

/** Copies what a hold keeps, then lets the statement through (trust.md §1): a refusal would stop Prosody. */
export function holdArchiveRow(layout: Layout): string {
  const id = layout.rowId.replaceAll("a.", "old.");
  const when = layout.when.replace("a.", "old.");
  const other = layout.with?.replace("a.", "old.") ?? "null";
  const columns = ["old.host", 'old."user"', "old.store", "old.key", when, other];
  return rowFunction(
    holdsOfRow(layout, "old"),
    `source, sort_id, host, "user", store, key, "when", "with", type, value`,
    `'archive', ${id}, ${columns.join(", ")}, old.type, old.value`,
    rowHash(["'archive'", id, ...columns, "old.type", "old.value"]),
  );
}

/** Rosters, blocklists, rooms and the rest: Prosody rewrites these by DELETE and INSERT, or in place. */
export function holdMapRow(): string {
  const columns = ["old.host", 'old."user"', "old.store", "old.key", "old.type", "old.value"];
  return rowFunction(
    holdsOfMapRow("old"),
    `source, host, "user", store, key, type, value`,
    `'map', ${columns.join(", ")}`,
    rowHash(["'map'", ...columns]),
  );
}

export function holdTruncate(): string {
  return `
begin
  if exists (${ANY_HOLD}) or (${OLDER} and ${UNSEEN}) then
    raise exception 'TRUNCATE of %: a legal hold is in force', tg_relid::regclass
      using errcode = '${HOLD_STATES.truncate}';
  end if;
  return null;
end`;
}
