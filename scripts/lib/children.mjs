import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { becomesTrue } from "./processes.mjs";
import { inRoot, root } from "./root.mjs";

const preload = pathToFileURL(inRoot("scripts", "lib", "follow-parent.mjs")).href;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const living = new Set();

/**
 * Runs a Node program of ours. It has its own process group (a terminal's Ctrl-C reaches only us,
 * and we decide the order), and it leaves when we do.
 * @param {string[]} args program and arguments
 * @param {{ env?: NodeJS.ProcessEnv, output?: "inherit" | "stderr" | "collect" }} [options]
 * @returns {{ child: ChildProcess, down: Promise<string>, collected: () => string }}
 *   down: why it ended; "" for success
 */
export function runNode(args, { env = {}, output = "stderr" } = {}) {
  const out = {
    inherit: /** @type {const} */ (["inherit", "inherit"]),
    stderr: [2, 2],
    collect: ["pipe", "pipe"],
  }[output];
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    cwd: root,
    detached: true,
    stdio: /** @type {import("node:child_process").StdioOptions} */ (["pipe", ...out]),
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
      MUNIMENT_PARENT: String(process.pid),
    },
  });
  return follow(child);
}

/** @param {ChildProcess} child */
export function follow(child) {
  living.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part) => (text = (text + part).slice(-200_000)));
  }
  // A child that died with its pipe half written is reported by "exit", not by a crash of ours.
  child.stdin?.on("error", () => {});
  const down = new Promise((/** @type {(reason: string) => void} */ done) => {
    child.once("error", (error) => done(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      living.delete(child);
      done(code === 0 ? "" : `ended with ${signal ?? `code ${code}`}`);
    });
  });
  return { child, down, collected: () => text };
}

/**
 * Ends every child: politely, then with force, its whole process group.
 * @param {number} withinMs
 */
export async function stopChildren(withinMs) {
  for (const child of living) signalGroup(child, "SIGTERM");
  if (await becomesTrue(() => living.size === 0, withinMs)) return;
  for (const child of living) signalGroup(child, "SIGKILL");
  await becomesTrue(() => living.size === 0, 500);
}

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    // Only the leader is asked (it ends its own helpers); with force, the whole group goes.
    if (signal === "SIGKILL" && process.platform !== "win32") process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Gone already.
  }
}
