import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { identityOf, isSameProcessAlive, sleep } from "./processes.mjs";

/**
 * Runs `work` while this process alone holds the lock file. A holder that was killed does not
 * block: its file names a process that is gone.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, timeoutMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait, timeoutMs = 10 * 60_000 } = {}) {
  const mine = `${identityOf(process.pid)} ${crypto.randomBytes(6).toString("hex")}`;
  const end = Date.now() + timeoutMs;
  let told = false;
  while (!claim(file, mine)) {
    if (Date.now() > end) throw new Error(`${file} is held by another process`);
    if (!told) onWait?.();
    told = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    if (read(file) === mine) fs.rmSync(file, { force: true });
  }
}

/** @param {string} file @param {string} mine */
function claim(file, mine) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Linked into place complete: a reader never sees a lock without its holder.
  const draft = `${file}.${mine.replace(/\W/g, "-")}`;
  fs.writeFileSync(draft, mine, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    dropIfStale(file);
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function dropIfStale(file) {
  const holder = read(file);
  if (holder === null || isSameProcessAlive(holder.split(" ")[0])) return;
  // Renamed before it is removed: of two that find it stale, one moves it, and the other may by
  // then be looking at a new lock, which it puts back.
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== holder) fs.linkSync(aside, file);
    fs.rmSync(aside, { force: true });
  } catch {
    // Another process was faster.
  }
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
