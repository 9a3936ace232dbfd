import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return !isZombie(pid);
}

/** @param {number} pid */
function statFields(pid) {
  try {
    // The command in the second field may contain blanks and brackets: read after its last bracket.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isZombie(pid) {
  return statFields(pid)?.[0] === "Z";
}

/**
 * Names a process beyond doubt: numbers are given out again after a reboot, start times are not.
 * @param {number} pid
 */
export function identityOf(pid) {
  return `${pid}:${statFields(pid)?.[19] ?? "?"}`;
}

/** @param {unknown} identity as written by `identityOf` */
export function isSameProcessAlive(identity) {
  if (typeof identity !== "string") return false;
  const pid = Number(identity.split(":")[0]);
  return isAlive(pid) && identityOf(pid) === identity;
}

/**
 * Whether the process is a PostgreSQL server process at work in this data folder. PostgreSQL
 * changes into its data folder at start, so its working directory names the cluster.
 * @param {number} pid
 * @param {string} folder
 */
export function isPostgresOf(pid, folder) {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") {
    const ps = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return /postgres/.test(ps.stdout ?? "");
  }
  try {
    const program = fs.readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
    return program.endsWith("/postgres") && fs.readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {number[]} empty where there is no /proc
 */
export function postgresProcessesOf(folder) {
  if (process.platform !== "linux") return [];
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOf(pid, folder));
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already: what was wanted.
  }
}

/** @param {number} milliseconds @returns {Promise<void>} */
export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param {() => boolean} condition
 * @param {number} withinMilliseconds
 * @returns {Promise<boolean>} whether the condition came true in time
 */
export async function becomesTrue(condition, withinMilliseconds) {
  const end = Date.now() + withinMilliseconds;
  while (!condition()) {
    if (Date.now() >= end) return false;
    await sleep(20);
  }
  return true;
}
