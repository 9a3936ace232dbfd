import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { readJson, writePrivateJson } from "./files.mjs";
import { databaseAccount, isRoot, may } from "./pg-account.mjs";

/**
 * What MUNIMENT_DATA/postgres.json keeps.
 * home: the folder that holds the cluster, unless that is MUNIMENT_DATA itself.
 * initialised: the moved home has held a cluster, so an empty one means loss.
 * port: chosen once. owner: the launcher in charge (see identityOf).
 * @typedef {{ home?: string, initialised?: boolean, port?: number, owner?: string, lcCtype?: string }} PostgresRecord
 */

/** @param {string} dataFolder @returns {PostgresRecord} */
export const readRecord = (dataFolder) => readJson(path.join(dataFolder, "postgres.json")) ?? {};

/** @param {string} dataFolder @param {PostgresRecord} changes */
export function updateRecord(dataFolder, changes) {
  writePrivateJson(path.join(dataFolder, "postgres.json"), {
    ...readRecord(dataFolder),
    ...changes,
  });
}

/** @param {string} dataFolder */
export function ensureDataFolder(dataFolder) {
  // As root the database's own account must be able to pass through; its files are its own all the same.
  if (!fs.existsSync(dataFolder)) fs.mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  if (!isRoot() && fs.statSync(dataFolder).uid === process.getuid?.())
    fs.chmodSync(dataFolder, 0o700);
}

/**
 * Where the cluster lives, and the account that runs it.
 * @param {string} dataFolder absolute
 * @param {(line: string) => void} log
 */
export function postgresHome(dataFolder, log) {
  const record = readRecord(dataFolder);
  if (record.home) return movedHome(record.home, record, dataFolder, log);
  const cluster = path.join(dataFolder, "postgres");
  const account = databaseAccount(cluster);
  if (may(account, "-x", dataFolder)) return { home: dataFolder, cluster, account };
  if (fs.existsSync(path.join(cluster, "PG_VERSION"))) {
    throw new Error(
      `The database in ${cluster} belongs to ${account.name}, which cannot enter ${dataFolder} (or a folder above it). Allow that with chmod o+x.`,
    );
  }
  const home = path.join(
    lastingFolder(account),
    `muniment-${crypto.randomBytes(16).toString("hex")}`,
  );
  updateRecord(dataFolder, { home });
  return movedHome(home, { home }, dataFolder, log);
}

/**
 * @param {string} home
 * @param {PostgresRecord} record
 * @param {string} dataFolder
 * @param {(line: string) => void} log
 */
function movedHome(home, record, dataFolder, log) {
  const cluster = path.join(home, "postgres");
  if (record.initialised && !fs.existsSync(path.join(cluster, "PG_VERSION"))) {
    throw new Error(
      `The database is kept in ${cluster}, and that folder is gone. Bring it back from a backup, or remove ${path.join(dataFolder, "postgres.json")} to begin with an empty one.`,
    );
  }
  const account = databaseAccount(home);
  if (!fs.existsSync(home)) {
    fs.mkdirSync(home, { mode: 0o700 });
    if (account.uid !== undefined) fs.chownSync(home, account.uid, account.gid ?? account.uid);
  }
  const { uid, mode } = fs.lstatSync(home);
  if (!fs.lstatSync(home).isDirectory() || (mode & 0o077) !== 0 || uid !== (account.uid ?? uid)) {
    throw new Error(`${home} must be a folder of ${account.name} with mode 0700, and it is not.`);
  }
  log(`The database is kept in ${home}: ${account.name} cannot enter ${dataFolder}`);
  return { home, cluster, account };
}

/** Not /var/tmp if it can be helped: systems empty it of what has not been touched for a month. */
function lastingFolder(/** @type {import("./pg-account.mjs").Account} */ account) {
  const folder = ["/var/lib", "/opt", "/Users/Shared", "/var/tmp"].find(
    (candidate) => fs.existsSync(candidate) && may(account, "-x", candidate),
  );
  if (!folder)
    throw new Error("There is no folder on this machine that the database's account can enter.");
  return folder;
}
