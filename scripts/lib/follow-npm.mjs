import { spawnSync } from "node:child_process";
import { identityOf, isSameProcessAlive } from "./processes.mjs";

/**
 * Calls `onGone` when the npm that runs us is killed outright: it cannot tell us, and whoever
 * started us through it believes that everything has ended. Does nothing without npm, so that a
 * start from a shell outlives that shell.
 * @param {() => void} onGone
 */
export function followNpm(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  // npm runs its scripts in a shell, which some systems' shells leave out.
  const ancestors = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  const npm = ancestors.filter((pid) => /^npm|node/.test(commandOf(pid))).map(identityOf);
  if (npm.length === 0) return;
  const timer = setInterval(() => {
    if (npm.every(isSameProcessAlive)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/** @param {number} pid */
const parentOf = (pid) => Number(ask("ppid=", pid));

/** @param {number} pid */
const commandOf = (pid) => ask("args=", pid);

/** @param {string} field @param {number} pid */
function ask(field, pid) {
  return (
    spawnSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? ""
  );
}
