#!/usr/bin/env node
// npm run bench [-- [archive|search|storage|cleanup] --rows 1000000 --people 49000 --rooms 1000 --rounds 200 --folder F]
// search also: --only REGEX some classes, --ilike beside them what psql would do, --storm two hundred of the worst at once
// Figures only: every ratio is measured side by side in one run, and no test depends on a time.
import "./lib/node-version.mjs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";

process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "1000000" },
    people: { type: "string", default: "49000" },
    rooms: { type: "string", default: "1000" },
    rounds: { type: "string", default: "200" },
    folder: { type: "string" },
    only: { type: "string", default: "" },
    ilike: { type: "boolean", default: false },
    storm: { type: "boolean", default: false },
  },
});
const size = {
  rows: Number(values.rows),
  people: Number(values.people),
  rooms: Number(values.rooms),
};
const rounds = Number(values.rounds);
// Kept between runs, because filling a million rows takes longer than measuring them.
const folder = path.resolve(values.folder ?? `.data-bench-${size.rows}`);

await ensureDependencies(console.log);
const { runBench } = await import("./bench/run.mjs");
const what = ["search", "storage", "cleanup"].find((it) => it === positionals[0]) ?? "archive";
const only = new RegExp(values.only, "i");
const asked = {
  what: values.storm ? "storm" : what,
  only,
  ilike: values.ilike,
  rounds,
  cores: os.cpus().length,
};
const code = await runBench({ ...asked, size, folder });
process.exit(code);
