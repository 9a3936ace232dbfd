import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { programOptions } from "./pg-account.mjs";

const DRAFT = "unfinished-cluster-";
const BUILTIN_LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** @param {string} cluster */
export const clusterExists = (cluster) => fs.existsSync(path.join(cluster, "PG_VERSION"));

/**
 * Makes a new cluster. It gets its name only when it is complete, so a killed initdb never looks
 * like a database. Never touches an existing one.
 * @param {{ home: string, cluster: string, native: string, password: string, fast: boolean,
 *   account: import("./pg-account.mjs").Account }} options
 * @returns {string} the character classes it got
 */
export function createCluster({ home, cluster, native, password, fast, account }) {
  removeDrafts(home);
  const name = `${DRAFT}${crypto.randomBytes(6).toString("hex")}`;
  const draft = privateFolder(path.join(home, name), account);
  const passwordFile = path.join(draft, "password");
  const data = privateFolder(path.join(draft, "data"), account);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  give(passwordFile, account);
  const initdb = (/** @type {string} */ lcCtype) =>
    spawnSync(
      path.join(native, "bin", "initdb"),
      [
        ...["-D", data, "-U", "postgres", "-E", "UTF8", "-A", "scram-sha-256"],
        ...[`--pwfile=${passwordFile}`, "--locale=C", `--lc-ctype=${lcCtype}`],
        ...(hasBuiltinLocale(native) ? BUILTIN_LOCALE : []),
        ...(fast ? ["--no-sync"] : []),
      ],
      { ...programOptions(account), encoding: "utf8" },
    );
  // With LC_CTYPE C the text search parser takes every sign beyond ASCII for a letter.
  let lcCtype = "C.UTF-8";
  let result = initdb(lcCtype);
  if (result.status !== 0 && /locale/.test(result.stderr ?? "")) {
    lcCtype = "C";
    result = initdb(lcCtype);
  }
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error}`);
  if (fs.existsSync(cluster)) fs.rmdirSync(cluster); // refuses unless it is empty
  fs.renameSync(data, cluster);
  fs.rmSync(draft, { recursive: true, force: true });
  return lcCtype;
}

/** PostgreSQL 17 brought it; older versions, which only tests run, take the system's for LC_CTYPE. */
function hasBuiltinLocale(/** @type {string} */ native) {
  const { stdout } = spawnSync(path.join(native, "bin", "initdb"), ["--version"], {
    encoding: "utf8",
  });
  return Number(/\d+/.exec(stdout ?? "")?.[0]) >= 17;
}

/** What a killed initdb left: never started, never given the cluster's name. */
function removeDrafts(/** @type {string} */ home) {
  for (const name of fs.readdirSync(home).filter((entry) => entry.startsWith(DRAFT))) {
    fs.rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} folder @param {import("./pg-account.mjs").Account} account */
function privateFolder(folder, account) {
  fs.mkdirSync(folder, { mode: 0o700 });
  give(folder, account);
  return folder;
}

/** @param {string} file @param {import("./pg-account.mjs").Account} account */
function give(file, { uid, gid }) {
  if (uid !== undefined) fs.chownSync(file, uid, gid ?? uid);
}
