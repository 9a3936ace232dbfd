import "server-only";
import net from "node:net";
import postgres, { type Sql } from "postgres";
import { type ArrayTypes, discover, type ServerAbilities } from "./discover";
import type { ConsoleRole } from "./roles";
import { steady } from "./steady-socket";

export type ConnectOptions = {
  /** null: the login itself. */
  role: ConsoleRole | null;
  /** Shown in pg_stat_activity. */
  name: string;
  max: number;
  /** 0: no limit. */
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  idleInTransactionTimeoutMs: number;
  /** A connection was closed by anybody but us, or could not be made. */
  onLost?: () => void;
};

type StartSettings = Record<string, string>;
/** The part of postgres.js' parsed options that the socket factory sees. */
type ParsedOptions = Pick<ArrayTypes, "parsers" | "serializers"> & {
  host: string[];
  port: number[];
  path?: string | false;
  connection: StartSettings;
  shared: Pick<ArrayTypes, "typeArrayMap">;
};

/**
 * A pool that acts as `role` where that is possible, with the settings of design/data.md. Lazy: nothing
 * is connected before the first query. Role and settings travel in the start packet, so that no
 * connection ever runs a statement without them.
 */
export function connect(databaseUrl: string, options: ConnectOptions): Sql {
  let attempts = 0;
  const socket = async (parsed: ParsedOptions): Promise<net.Socket> => {
    try {
      prepare(parsed, options, await discover(databaseUrl));
    } catch (error) {
      return failing(error);
    }
    return steady(open(parsed, attempts++), options.onLost);
  };
  return postgres(databaseUrl, {
    max: options.max,
    // Nothing is closed without need, so that a connection that closes is one that was lost.
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onclose: options.onLost,
    onnotice: () => {},
    connection: { application_name: `muniment ${options.name}` },
    // `socket` is missing in the types of postgres.js 3.4 (connection.js, createSocket).
    ...({ socket } as object),
  });
}

function prepare(parsed: ParsedOptions, options: ConnectOptions, server: ServerAbilities): void {
  Object.assign(parsed.connection, startSettings(options, server));
  Object.assign(parsed.parsers, server.arrays.parsers);
  Object.assign(parsed.serializers, server.arrays.serializers);
  Object.assign(parsed.shared.typeArrayMap, server.arrays.typeArrayMap);
}

function startSettings(options: ConnectOptions, server: ServerAbilities): StartSettings {
  const wanted: StartSettings = {
    // A generic plan makes a page of one owner read the whole table (data.md §2).
    plan_cache_mode: "force_custom_plan",
    jit: "off",
    // Notices a killed web process; PostgreSQL 14 and newer.
    client_connection_check_interval: "1s",
  };
  const settings: StartSettings = {
    work_mem: "64MB",
    statement_timeout: String(options.statementTimeoutMs),
    lock_timeout: String(options.lockTimeoutMs),
    idle_in_transaction_session_timeout: String(options.idleInTransactionTimeoutMs),
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (server.settings.has(name)) settings[name] = value;
  }
  if (options.role && server.roles.has(options.role)) settings.role = options.role;
  return settings;
}

function open(parsed: ParsedOptions, attempt: number): net.Socket {
  if (parsed.path) return net.connect(parsed.path);
  const index = attempt % parsed.host.length;
  const host = parsed.host[index] ?? "localhost";
  const socket = net.connect(parsed.port[index] ?? 5432, host);
  // postgres.js reads these for TLS and for its messages; writes wait until the socket is connected.
  return Object.assign(socket, { host, port: parsed.port[index] });
}

/** postgres.js only recovers from sockets that close: a factory that throws would lose the connection slot. */
function failing(error: unknown): net.Socket {
  const socket = new net.Socket();
  setImmediate(() => socket.destroy(error instanceof Error ? error : new Error(String(error))));
  return socket;
}
