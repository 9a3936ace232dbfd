import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { sleep } from "../processes.mjs";
import { inRoot } from "../root.mjs";

/** One of our scripts, run for real with a configuration of its own. */
export class Program {
  output = "";

  /**
   * @param {string} script as in "start.mjs"
   * @param {string[]} args
   * @param {Record<string, string>} variables
   */
  constructor(script, args, variables) {
    const { PATH, HOME } = process.env;
    const env = /** @type {NodeJS.ProcessEnv} */ (
      /** @type {unknown} */ ({ PATH, HOME, ...variables })
    );
    // From a folder that is not ours: the scripts work from any.
    const child = spawn(process.execPath, [inRoot("scripts", script), ...args], {
      env,
      cwd: "/",
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part) => {
        this.output += part;
      });
    }
    this.child = child;
    this.stdout = "";
    child.stdout.on("data", (part) => {
      this.stdout += part;
    });
    this.exit = once(child, "close").then(([code]) => /** @type {number | null} */ (code));
  }

  /** @param {RegExp} pattern @param {number} withinMs */
  async says(pattern, withinMs) {
    const end = Date.now() + withinMs;
    while (!pattern.test(this.output)) {
      if (Date.now() > end || this.child.exitCode !== null) {
        throw new Error(`did not say ${pattern}, but:\n${this.output}`);
      }
      await sleep(30);
    }
  }

  /** Numbers of the children that run something. @param {RegExp} pattern */
  children(pattern) {
    const { stdout } = spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(this.child.pid)], {
      encoding: "utf8",
    });
    return stdout
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => Number.parseInt(line, 10));
  }
}
