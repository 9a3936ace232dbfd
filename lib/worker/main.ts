import { fstatSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";
import { ReadingThread, serveReading } from "@/lib/archive/projection/bulk/reading-thread";
import { closePools } from "@/lib/db/pools";
import { runWorker } from "./worker";

/** Longer than any step of ours; what is left then is as safe as after kill -9. */
const PATIENCE_MS = 3_000;

/** More than the database can keep up with are of no use. */
const MOST_THREADS = 2;

if (isMainThread) await work();
else serveReading();

async function work(): Promise<void> {
  const stop = new AbortController();
  const leave = () => {
    stop.abort();
    setTimeout(() => process.exit(0), PATIENCE_MS).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, leave);
  followParent(leave);
  await runWorker(stop.signal, (line) => console.error(`worker: ${line}`), startReadingThreads);
  await closePools();
  process.exit(0);
}

/** Threads run this same file. */
function startReadingThreads(): ReadingThread[] {
  const length = Math.min(MOST_THREADS, os.availableParallelism());
  const file = fileURLToPath(import.meta.url);
  // What the process was told to load (to follow its parent) is not the threads' business.
  return Array.from({ length }, () => new ReadingThread(new Worker(file, { execArgv: [] })));
}

/** Whoever started us holds the other end of the pipe; from a terminal or /dev/null there is nothing to follow. */
function followParent(onGone: () => void): void {
  try {
    const stdin = fstatSync(0);
    if (!stdin.isFIFO() && !stdin.isSocket()) return;
  } catch {
    return;
  }
  process.stdin.on("end", onGone).on("close", onGone).on("error", onGone).resume();
}
