#!/usr/bin/env node
// npm start: from a fresh clone to a running Muniment. Only built-in modules until the dependencies are there.
import "./lib/node-version.mjs";
import process from "node:process";
import { stopChildren } from "./lib/children.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { followNpm } from "./lib/follow-npm.mjs";
import { root } from "./lib/root.mjs";

/** @typedef {import("./lib/pg.mjs").EmbeddedPostgres} EmbeddedPostgres */

process.chdir(root);
process.title = "muniment";
const stopping = new AbortController();
/** @type {EmbeddedPostgres | null} */
let pg = null;

/** Web and worker first, then their database; all of it within five seconds. @param {number} code */
async function stop(code) {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await stopChildren(2_000);
  await pg?.stop({ withinMs: 2_000 }).catch((error) => console.error(error.message));
  process.exit(code);
}

/** @param {Error} error */
function fail(error) {
  if (stopping.signal.aborted) return;
  console.error(error.message);
  void stop(1);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => void stop(0));
}
process.on("uncaughtException", fail);
// Whoever reads our output may stop reading.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
followNpm(() => void stop(0));

try {
  await ensureDependencies(console.log);
  const { runMuniment } = await import("./lib/run-muniment.mjs");
  await runMuniment({
    ...{ dev: process.argv.includes("--dev"), stopping: stopping.signal, log: console.log },
    newDatabasePassword: process.argv.includes("--new-database-password"),
    onDatabase: (database) => {
      pg = database;
    },
  });
} catch (error) {
  fail(/** @type {Error} */ (error));
}
