import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * @param {string} file
 * @returns {Record<string, unknown> | null} null when the file is missing; throws when it is not a JSON object
 */
export function readJson(file) {
  let text;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
  const value = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new Error(`${file} is not a JSON object`);
  return value;
}

/**
 * Written whole or not at all, and never readable by another account, not even for a moment.
 * @param {string} file
 * @param {object} value
 */
export function writePrivateJson(file, value) {
  const next = `${file}.${crypto.randomBytes(6).toString("hex")}`;
  const handle = fs.openSync(next, "wx", 0o600);
  giveToFolderOwner(handle, file);
  fs.writeFileSync(handle, `${JSON.stringify(value, null, 2)}\n`);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(next, file);
}

/**
 * Root may start what an ordinary account started before, and must not lock it out.
 * @param {number} handle
 * @param {string} file
 */
export function giveToFolderOwner(handle, file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = fs.statSync(path.dirname(file));
  if (uid !== 0) fs.fchownSync(handle, uid, gid);
}

/**
 * All files below a folder, sorted, without links.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(full);
      return entry.isFile() ? [full] : [];
    })
    .sort();
}
