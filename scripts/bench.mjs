#!/usr/bin/env node
// npm run bench [-- --rows 1000000 --people 49000 --rooms 1000 --rounds 200 --keep]
// Figures only: every ratio is measured side by side in one run, and no test depends on a time.
import "./lib/node-version.mjs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";

process.chdir(root);
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    people: { type: "string", default: "49000" },
    rooms: { type: "string", default: "1000" },
    rounds: { type: "string", default: "200" },
    folder: { type: "string" },
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
const code = await runBench({ size, rounds, folder, cores: os.cpus().length });
process.exit(code);
