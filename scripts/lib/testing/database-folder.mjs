import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import postgres from "postgres";
import { EmbeddedPostgres } from "../pg.mjs";
import { inRoot } from "../root.mjs";
import { makeTempFolder } from "../temp-folder.mjs";

/** @typedef {{ pid: number, port: number, uid: number, cluster: string }} Launched */

/** Databases and processes of one test file; `tidy` ends and removes what its tests left. */
export class DatabaseFolders {
  /** @type {string[]} */
  folders = [];
  /** @type {EmbeddedPostgres[]} */
  servers = [];
  /** @type {import("node:child_process").ChildProcess[]} */
  children = [];

  make() {
    const folder = makeTempFolder("muniment-launcher");
    this.folders.push(folder);
    return folder;
  }

  /** @param {string} dir @param {{ port?: number, log?: (line: string) => void }} [options] */
  server(dir, options = {}) {
    const server = new EmbeddedPostgres({ dir, fast: true, ...options });
    this.servers.push(server);
    return server;
  }

  /**
   * A launcher in a process of its own.
   * @param {string} dir
   * @param {{ uid?: number, gid?: number, stop?: boolean }} [options]
   * @returns {{ child: import("node:child_process").ChildProcess, launched: Promise<Launched> }}
   */
  launch(dir, { uid, gid, stop } = {}) {
    const args = [
      inRoot("scripts", "lib", "testing", "launch.mjs"),
      dir,
      ...(stop ? ["stop"] : []),
    ];
    const child = spawn(process.execPath, args, {
      uid,
      gid,
      cwd: "/",
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.children.push(child);
    const launched = once(child.stdout, "data").then(([data]) => JSON.parse(String(data)));
    return { child, launched };
  }

  async tidy() {
    for (const child of this.children.splice(0)) child.kill("SIGKILL");
    for (const server of this.servers) await server.stop({ withinMs: 3_000 });
    for (const server of this.servers.splice(0)) server.removeTestData();
    for (const folder of this.folders.splice(0)) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/**
 * @template T
 * @param {EmbeddedPostgres} server
 * @param {(sql: postgres.Sql) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSql(server, work) {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** @param {string} file */
export const modeOf = (file) => (fs.statSync(file).mode & 0o777).toString(8);
