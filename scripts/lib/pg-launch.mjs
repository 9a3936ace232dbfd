import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { giveToFolderOwner } from "./files.mjs";
import { programOptions } from "./pg-account.mjs";
import { readPostmasterFile } from "./pg-probe.mjs";
import { becomesTrue, isAlive, postgresProcessesOf, signalQuietly, sleep } from "./processes.mjs";

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
/** Loses data with the machine, not with a killed server: tests kill servers. */
const UNSAFE_AND_FAST = ["fsync=off", "full_page_writes=off"];

const MIB = 1024 * 1024;

/**
 * An eighth of the memory, up to a gigabyte: what a search looks up then comes from here, not from the system one
 * page at a time. Only what is used is taken. @param {boolean} fast for tests, of which many run at once
 */
function sharedBuffers(fast) {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return fast ? 128 : Math.max(128, Math.min(1_024, Math.floor(memory / 8 / MIB)));
}

/**
 * After kill -9 of the postmaster its children live on until they notice, and its lock file
 * names a number that may since belong to anybody. Call it only when no server of ours runs.
 * @param {string} cluster
 */
export async function clearRemains(cluster) {
  const gone = () => postgresProcessesOf(cluster).length === 0;
  for (const signal of /** @type {const} */ (["SIGQUIT", "SIGKILL"])) {
    if (await becomesTrue(gone, 1_500)) break;
    for (const pid of postgresProcessesOf(cluster)) signalQuietly(pid, signal);
  }
  await becomesTrue(gone, 1_500);
  const stale = readPostmasterFile(cluster);
  // PostgreSQL clears the file itself, unless a process of its account bears that number now.
  if (stale && isAlive(stale.pid)) fs.rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Starts the server and waits until it takes connections.
 * @param {{ native: string, cluster: string, port: number, fast: boolean, logFile: string,
 *   account: import("./pg-account.mjs").Account }} options
 * @returns {Promise<import("node:child_process").ChildProcess>}
 */
export async function launchServer({ native, cluster, port, fast, logFile, account }) {
  const settings = [
    ...["unix_socket_directories=", "listen_addresses=127.0.0.1", `port=${port}`, "timezone=UTC"],
    ...[
      `shared_buffers=${sharedBuffers(fast)}MB`,
      "max_connections=100",
      ...(fast ? UNSAFE_AND_FAST : []),
    ],
  ];
  const output = openLog(logFile);
  // Its own process group: a terminal's Ctrl-C must not reach it before we have stopped its clients.
  const child = spawn(
    path.join(native, "bin", "postgres"),
    ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])],
    { ...programOptions(account), detached: true, stdio: ["ignore", output, output] },
  );
  fs.closeSync(output);
  child.unref();
  /** @type {string | null} */
  let ended = null;
  child.once("error", (error) => (ended = error.message));
  child.once("exit", (code, signal) => (ended ??= `ended with ${signal ?? code}`));
  const end = Date.now() + 60_000;
  while (!isReady(cluster, child.pid)) {
    if (ended !== null) throw new Error(`PostgreSQL ${ended}: ${lastLines(logFile)}`);
    if (Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`PostgreSQL was not ready after 60 seconds; see ${logFile}`);
    }
    await sleep(20);
  }
  return child;
}

/** @param {string} cluster @param {number | undefined} pid */
function isReady(cluster, pid) {
  try {
    const lines = fs.readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** @param {string} file */
function openLog(file) {
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_LIMIT_BYTES) {
    fs.renameSync(file, `${file}.old`);
  }
  const handle = fs.openSync(file, "a", 0o600);
  giveToFolderOwner(handle, file);
  return handle;
}

/** @param {string} file */
function lastLines(file) {
  return fs.readFileSync(file, "utf8").trim().split("\n").slice(-4).join(" | ");
}
