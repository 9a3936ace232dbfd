import "server-only";
import type { Sql } from "postgres";
import { withAdminSocket } from "@/lib/prosody/admin-socket/client";
import { askVersion } from "@/lib/prosody/admin-socket/commands";
import { configPaths } from "@/lib/prosody/config/paths";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { oldestStatementMs, type Probe } from "./latency";

const STATEMENTS_EVERY_MS = 200;
/** Each is a line in the log of a Prosody that logs at `debug`. */
const SOCKET_EVERY_MS = 1_000;

/** Where Prosody's waiting shows: among the statements of the database, and in how soon its own loop answers. */
export function probesOf(watch: Sql, { table }: Layout): Probe[] {
  const statements = {
    everyMs: STATEMENTS_EVERY_MS,
    ask: () => oldestStatementMs(watch, table).catch(() => null),
  };
  const socket = configPaths().socket;
  return socket === null
    ? [statements]
    : [statements, { everyMs: SOCKET_EVERY_MS, ask: () => roundTripMs(socket).catch(() => null) }];
}

/** Of one question to the admin socket, from the open stream to the answer: Prosody does one thing at a time. */
export function roundTripMs(socket: string): Promise<number> {
  return withAdminSocket(socket, async (ask) => {
    const begin = performance.now();
    await askVersion(ask);
    return performance.now() - begin;
  });
}
