import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { refusal } from "@/lib/refusal";
import { connect } from "./connect";
import { forgetAbilities } from "./discover";
import { CONSOLE_ROLES } from "./roles";
import { everyProcess } from "./singleton";

export type Pools = {
  /** Pages, route handlers and short commands: 5 s a statement. */
  interactive: Sql;
  /** Searches alone: however many there are, other pages keep their connections. */
  search: Sql;
  /** The worker. */
  jobs: Sql;
  /** The audit trail alone, so that a full interactive pool cannot keep an entry from being written. */
  audit: Sql;
};

type Open = { pools: Pools; db: PostgresJsDatabase };

const state = everyProcess<{ open: Open | null; url: string | null }>("pools", () => ({
  open: null,
  url: null,
}));

/** Throws ConsoleError("unavailable") when no database is configured. Connects with the first query. */
export function pools(): Pools {
  return current().pools;
}

/** Drizzle on the interactive pool, for plain reads and writes of console tables. */
export function consoleDb(): PostgresJsDatabase {
  return current().db;
}

/** Waits at most 5 s for running queries. The next `pools()` starts anew, from the environment of then. */
export async function closePools(): Promise<void> {
  const open = state.open;
  state.open = null;
  forgetAbilities();
  if (open) await end(open.pools);
}

/** For set-up, which knows the embedded database's address before anybody's environment does. */
export async function pointPoolsAt(databaseUrl: string | null): Promise<void> {
  await closePools();
  state.url = databaseUrl;
}

/** Where the pools lead. Throws ConsoleError("unavailable") when no database is configured. */
export function databaseUrl(): string {
  const url = state.url ?? env().databaseUrl;
  if (url) return url;
  throw refusal("unavailable", "database-unset");
}

/**
 * postgres.js 3.4 may not get a connection going again that it lost while something was being sent (the
 * timer of the unsent part is never set again), so pools that lost one are left behind: who still has
 * them in hand may finish.
 */
function replace(lost: Pools): void {
  if (state.open?.pools !== lost) return;
  state.open = null;
  setTimeout(() => void end(lost), LEFT_BEHIND_MS).unref();
}

const LEFT_BEHIND_MS = 15_000;

async function end(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((sql) => sql.end({ timeout: 5 })));
}

function current(): Open {
  state.open ??= create();
  return state.open;
}

function create(): Open {
  const url = databaseUrl();
  const onLost = () => replace(pools);
  const pools: Pools = {
    interactive: connect(url, { ...INTERACTIVE, onLost }),
    search: connect(url, { ...SEARCH, onLost }),
    jobs: connect(url, { ...JOBS, onLost }),
    audit: connect(url, { ...AUDIT, onLost }),
  };
  return { pools, db: drizzle(pools.interactive) };
}

const INTERACTIVE = {
  role: CONSOLE_ROLES.web,
  name: "web",
  max: 12,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 2_000,
  idleInTransactionTimeoutMs: 10_000,
};

const SEARCH = { ...INTERACTIVE, name: "search", max: 6 };

const JOBS = {
  role: CONSOLE_ROLES.worker,
  name: "worker",
  max: 3,
  statementTimeoutMs: 30_000,
  lockTimeoutMs: 2_000,
  idleInTransactionTimeoutMs: 10_000,
};

const AUDIT = {
  role: CONSOLE_ROLES.web,
  name: "audit",
  max: 3,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 3_000,
  idleInTransactionTimeoutMs: 5_000,
};

/** How many connections one process opens at most, by the name that pg_stat_activity shows. */
export const MOST_CONNECTIONS: Record<string, number> = Object.fromEntries(
  [INTERACTIVE, SEARCH, JOBS, AUDIT].map((it) => [it.name, it.max]),
);
