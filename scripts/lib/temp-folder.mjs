import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * An own temporary folder that the database's account can pass through (a plain mkdtemp is 0700,
 * and a cluster below it would have to move elsewhere). Remove it when done.
 * @param {string} prefix
 */
export function makeTempFolder(prefix) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}-`));
  fs.chmodSync(folder, 0o711);
  return folder;
}
