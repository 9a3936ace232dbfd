#!/usr/bin/env node
// Run by `npm run lock` after every change of the dependencies.
import fs from "node:fs";
import { completePackages, missingEntries } from "./lib/complete-lock.mjs";
import { readJson } from "./lib/files.mjs";
import { inRoot } from "./lib/root.mjs";

const file = process.argv[2] ?? inRoot("package-lock.json");
const lock = readJson(file);
if (!lock) throw new Error(`${file} is missing`);
const packages = /** @type {import("./lib/complete-lock.mjs").Packages} */ (lock.packages);
const missing = missingEntries(packages);
if (missing.length > 0) {
  const complete = { ...lock, packages: completePackages(packages) };
  fs.writeFileSync(file, `${JSON.stringify(complete, null, 2)}\n`);
}
console.log(`${missing.length} entries added`, missing.map(({ name }) => name).join(" "));
