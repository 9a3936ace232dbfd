import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** @typedef {{ uid?: number, gid?: number, name: string }} Account empty ids: the account we run as */

export const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root. The owner of an existing cluster goes on owning it, also
 * when a `postgres` account was added to the machine later.
 * @param {string | null} cluster folder of an existing cluster
 * @returns {Account}
 */
export function databaseAccount(cluster) {
  if (!isRoot()) return { name: "this account" };
  if (cluster && fs.existsSync(cluster)) {
    const { uid, gid } = fs.statSync(cluster);
    if (uid !== 0) return { uid, gid, name: `account ${uid}` };
  }
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== null && gid !== null) return { uid, gid, name };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has no account postgres or nobody.",
  );
}

/** @param {string} flag @param {string} name */
function idOf(flag, name) {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

/**
 * @param {Account} account
 * @param {"-x" | "-r"} right
 * @param {string} file
 */
export function may(account, right, file) {
  if (account.uid === undefined) {
    try {
      fs.accessSync(file, right === "-x" ? fs.constants.X_OK : fs.constants.R_OK);
      return true;
    } catch {
      return false;
    }
  }
  const { uid, gid } = account;
  return spawnSync("test", [right, file], { uid, gid, cwd: "/" }).status === 0;
}

/**
 * Environment and account for a PostgreSQL program: nothing of ours, least of all our secrets.
 * @param {Account} account
 */
export function programOptions({ uid, gid }) {
  const { PATH, SYSTEMROOT } = process.env;
  const variables = { PATH, SYSTEMROOT, LC_ALL: "C", TZ: "UTC" };
  const env = /** @type {NodeJS.ProcessEnv} */ (/** @type {unknown} */ (variables));
  return { uid, gid, cwd: "/", env };
}
