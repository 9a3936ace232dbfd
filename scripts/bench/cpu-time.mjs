import fs from "node:fs";

/** Linux counts processor time in these, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** @typedef {{ pid: number, parent: number, name: string, seconds: number }} ProcessTime */

/**
 * Processor time of a process so far, its threads included; null when it is gone, or where there is no /proc.
 * @param {number} pid
 * @returns {ProcessTime | null}
 */
export function processTime(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    const line = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, parent: Number(fields[1]), name: line, seconds };
  } catch {
    return null;
  }
}

/**
 * Processor time of these processes together, in milliseconds; what is gone counts nothing. Unlike the time on the
 * clock it says about the same on a machine that does other things as well.
 * @param {number[]} pids
 */
export function spentBy(pids) {
  return pids.reduce((sum, pid) => sum + (processTime(pid)?.seconds ?? 0) * 1_000, 0);
}

/** Adds up what the processes of a PostgreSQL server use while `stop` is not called, by what they are. */
export class ServerTime {
  /** @param {number} postmaster */
  constructor(postmaster) {
    this.postmaster = postmaster;
    /** @type {Map<number, { name: string, first: number, last: number }>} */
    this.seen = new Map();
    this.look(true);
    this.timer = setInterval(() => this.look(false), 100);
  }

  /** @param {boolean} first what was used before does not count */
  look(first) {
    if (!fs.existsSync("/proc")) return;
    for (const entry of fs.readdirSync("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const it = processTime(Number(entry));
      if (!it || it.parent !== this.postmaster) continue;
      const name = nameOf(it.name);
      const known = this.seen.get(it.pid) ?? { name, first: first ? it.seconds : 0, last: 0 };
      this.seen.set(it.pid, { ...known, name, last: it.seconds });
    }
  }

  /** @returns {Record<string, number>} seconds by kind of process */
  stop() {
    clearInterval(this.timer);
    this.look(false);
    /** @type {Record<string, number>} */
    const sums = {};
    for (const { name, first, last } of this.seen.values())
      sums[name] = (sums[name] ?? 0) + last - first;
    return sums;
  }
}

/** "postgres: muniment prosody 127.0.0.1(4242) COPY" → "muniment". @param {string} title */
function nameOf(title) {
  const words = title.replace(/^postgres: /, "");
  return (
    /^(parallel worker|autovacuum worker|walwriter|checkpointer|background writer)/.exec(
      words,
    )?.[0] ??
    words.split(" ")[0] ??
    ""
  );
}
