import { spawn } from "node:child_process";

/**
 * Watches over a server when this process is killed outright: the shell reads our pipe, sees it
 * end, and asks the server to shut down. It ignores the signals a terminal sends to everybody.
 * @param {number} pid the postmaster
 * @returns {{ release: () => void }} call `release` before a stop, or to leave the server running
 */
export function guardServer(pid) {
  if (process.platform === "win32") return { release() {} };
  let released = false;
  /** @type {import("node:child_process").ChildProcess} */
  let guard;
  const set = () => {
    const script = 'trap "" INT HUP TERM; read -r _; kill -INT "$0" 2>/dev/null';
    guard = spawn("sh", ["-c", script, String(pid)], {
      ...{ stdio: ["pipe", "ignore", "ignore"], detached: true, cwd: "/" },
    });
    guard.unref();
    // @ts-expect-error a pipe has unref, the type of a writable does not say so
    guard.stdin?.unref();
    guard.once("exit", () => {
      if (!released) set();
    });
  };
  set();
  return {
    release() {
      released = true;
      guard.kill("SIGKILL");
      guard.stdin?.destroy();
    },
  };
}
