import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build-state.mjs";
import { inRoot } from "./root.mjs";

/**
 * A bundle of dist/. Imported late, and by a name the type checker does not follow: it is built first.
 * @param {"env" | "setup" | "cli" | "worker"} name
 */
export const importBuilt = (name) => import(pathToFileURL(inRoot("dist", `${name}.mjs`)).href);

/**
 * The configuration, after dist/ is up to date.
 * @param {(line: string) => void} log
 */
export async function loadEnvironment(log) {
  await ensureBuilt(["dist"], log);
  return readEnvironment();
}

/**
 * The configuration as lib/env.ts reads it. Ends the process with 2 and one line when a variable
 * has a bad value. Call it with the project as working directory.
 * @returns {Promise<import("../../lib/env").Env>}
 */
export async function readEnvironment() {
  const { env } = await importBuilt("env");
  try {
    return env();
  } catch (error) {
    if (/** @type {Error} */ (error).name !== "ConsoleError") throw error;
    console.error(/** @type {Error} */ (error).message);
    process.exit(2);
  }
}
