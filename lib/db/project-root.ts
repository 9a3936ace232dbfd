import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { refusal } from "@/lib/refusal";

/**
 * The folder that holds `drizzle/`: found upwards from this file, whether it runs from lib/db (tests)
 * or out of dist/*.mjs (bundled), else from the working directory.
 */
export function projectRoot(): string {
  const starts = [path.dirname(fileURLToPath(import.meta.url)), process.cwd()];
  for (const start of starts) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      if (existsSync(path.join(folder, "drizzle", "meta", "_journal.json"))) return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw refusal("unavailable", "migrations-missing");
}
