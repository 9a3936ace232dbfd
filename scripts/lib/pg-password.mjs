import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { programOptions } from "./pg-account.mjs";
import { postgresBinaries } from "./pg-binaries.mjs";
import { clusterExists } from "./pg-cluster.mjs";
import { postgresHome } from "./pg-home.mjs";
import { readPostmasterFile } from "./pg-probe.mjs";
import { isPostgresOf } from "./processes.mjs";
import { ensureSecrets, readSecrets } from "./secrets.mjs";

/**
 * For whoever lost secrets.json but owns the data: sets a new superuser password through
 * PostgreSQL's single-user mode, which needs the files and nothing else. No data is touched.
 * @param {import("../../lib/env").Env} env
 * @param {(line: string) => void} log
 */
export async function renewPassword({ munimentData }, log) {
  await withLock(path.join(munimentData, "start.lock"), async () => {
    const { home, cluster, account } = postgresHome(munimentData, log);
    if (!clusterExists(cluster) || readSecrets(munimentData).superuser) return;
    const running = readPostmasterFile(cluster);
    if (running && isPostgresOf(running.pid, fs.realpathSync(cluster))) {
      throw new Error(
        `The database in ${cluster} is running (process ${running.pid}). Stop it first: kill -INT ${running.pid}`,
      );
    }
    const native = postgresBinaries(account, home, log);
    const { superuser } = ensureSecrets(munimentData);
    const result = spawnSync(
      path.join(native, "bin", "postgres"),
      ["--single", "-D", cluster, "-c", "unix_socket_directories=", "postgres"],
      {
        ...programOptions(account),
        input: `alter role postgres password '${superuser}'\n`,
        encoding: "utf8",
      },
    );
    if (result.status !== 0 || /ERROR|FATAL/.test(result.stderr)) {
      throw new Error(`The password could not be set: ${result.stderr}`);
    }
    log("The embedded database has a new password");
  });
}
