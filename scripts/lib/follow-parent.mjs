// Preloaded with --import into every process that start.mjs runs: when start.mjs ends in any way,
// kill -9 included, its end of our stdin pipe closes, and we leave as well.
import { isMainThread } from "node:worker_threads";

// Grandchildren inherit the preload, but their stdin may be closed from the start.
const isDirectChild = process.env.MUNIMENT_PARENT === String(process.ppid);

if (isMainThread && isDirectChild) {
  const leave = () => process.exit(0);
  process.stdin.on("end", leave).on("close", leave).on("error", leave);
  process.stdin.resume();
  // @ts-expect-error a pipe has unref, the type of stdin does not say so
  process.stdin.unref?.();
}
