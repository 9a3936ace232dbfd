import fs from "node:fs";
import path from "node:path";

/**
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | null} what the running (or killed) server wrote there
 */
export function readPostmasterFile(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/**
 * Asks a port whether our cluster answers there to our password. A process number proves nothing.
 * ours: yes. waiting: a server that is starting, stopping or full. stranger: somebody else, or
 * our password is wrong. nobody: nothing listens.
 * @param {{ port: number, password: string, cluster: string }} target
 * @returns {Promise<"ours" | "waiting" | "stranger" | "nobody">}
 */
export async function probe({ port, password, cluster }) {
  if (!(port > 0)) return "nobody";
  const { default: postgres } = await import("postgres");
  const sql = postgres({
    ...{ host: "127.0.0.1", port, user: "postgres", database: "postgres", password },
    ...{ max: 1, connect_timeout: 5, onnotice: () => {} },
  });
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    return row?.folder === cluster ? "ours" : "stranger";
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code ?? "";
    if (code === "ECONNREFUSED") return "nobody";
    // 57P0x: starting, stopping, crashed; 53300: every connection is taken.
    return /^57P|^53300$|^ECONNRESET$|^CONNECTION_CLOSED$/.test(code) ? "waiting" : "stranger";
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/**
 * @param {{ port: number, password: string }} target
 * @returns {Promise<number>} sessions of other programs
 */
export async function countOtherSessions({ port, password }) {
  const { default: postgres } = await import("postgres");
  const sql = postgres({
    ...{ host: "127.0.0.1", port, user: "postgres", database: "postgres", password },
    ...{ max: 1, connect_timeout: 2, onnotice: () => {} },
  });
  try {
    const [row] = await sql`select count(*)::int as sessions from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.sessions ?? 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
