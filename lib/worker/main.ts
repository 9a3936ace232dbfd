import { fstatSync } from "node:fs";
import { closePools } from "@/lib/db/pools";
import { runWorker } from "./worker";

/** Longer than any step of ours; what is left then is as safe as after kill -9. */
const PATIENCE_MS = 3_000;

const stop = new AbortController();
const leave = () => {
  stop.abort();
  setTimeout(() => process.exit(0), PATIENCE_MS).unref();
};
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, leave);
followParent(leave);

await runWorker(stop.signal, (line) => console.error(`worker: ${line}`));
await closePools();
process.exit(0);

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
