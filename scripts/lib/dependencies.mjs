import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { follow } from "./children.mjs";
import { readJson } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./root.mjs";

/** Taken by whoever installs or builds in this checkout. */
export const workLock = inRoot("dist", "work.lock");

/**
 * Installs what the lock file asks for, unless exactly that is there.
 * @param {(line: string) => void} log
 */
export async function ensureDependencies(log) {
  if (isInstalled()) return;
  await withLock(workLock, async () => {
    if (isInstalled()) return;
    log("Installing dependencies (npm ci)");
    const [program = "npm", ...before] = npmCommand();
    // Whatever NODE_ENV says: the build needs the development packages, the database the optional ones.
    const args = [
      "ci",
      "--include=dev",
      "--include=optional",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ];
    const child = spawn(program, [...before, ...args], {
      ...{ cwd: root, detached: true, stdio: ["ignore", 2, 2] },
      shell: process.platform === "win32" && before.length === 0,
    });
    const reason = await follow(child).down;
    if (reason) throw new Error(`npm ci ${reason}.`);
  });
}

/** npm writes its hidden lock file last, so a broken installation has none. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf(path.join("node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([where, entry]) => where === "" || entry.optional || present[where]?.version === entry.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(file) {
  const lock = readJson(inRoot(file));
  return /** @type {Record<string, { version?: string }>} */ (lock?.packages ?? {});
}

/** npm as it runs us, else the one beside this Node, else the one in the path. */
function npmCommand() {
  const beside = path.resolve(process.execPath, "../../lib/node_modules/npm/bin/npm-cli.js");
  const script = [process.env.npm_execpath, beside].find(
    (file) => file && /npm-cli\.js$/.test(file) && fs.existsSync(file),
  );
  return script ? [process.execPath, script] : ["npm"];
}
