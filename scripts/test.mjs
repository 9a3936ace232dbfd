#!/usr/bin/env node
// npm test: everything, from a fresh clone. The last line on stdout is "N passed, N failed".
import "./lib/node-version.mjs";
import process from "node:process";
import { stopChildren } from "./lib/children.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";
import { report, sum } from "./lib/tally.mjs";
import { makeTempFolder } from "./lib/temp-folder.mjs";

const TIME_LIMIT_MS = 45 * 60_000;
const EXIT_USAGE = 2;

process.chdir(root);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => void stopChildren(10_000).then(() => process.exit(130)));
}

const deadline = Date.now() + TIME_LIMIT_MS;
await ensureDependencies(console.log);
const { STEPS, forgetConfiguration, removeFolder } = await import("./lib/test-steps.mjs");

const [flag, only, ...extra] = process.argv.slice(2);
const names = flag === "--only" ? stepsFor(only) : Object.keys(STEPS);
if ((flag !== undefined && flag !== "--only") || names.length === 0) {
  console.error(
    `Usage: npm test [-- --only ${Object.keys(STEPS).join("|")} [arguments for the runner]]`,
  );
  process.exit(EXIT_USAGE);
}

/** What starts the product needs a build first. @param {string | undefined} name */
function stepsFor(name) {
  const chosen = Object.keys(STEPS).filter((step) => step === name);
  return ["launcher", "browser"].includes(chosen[0] ?? "") ? ["build", ...chosen] : chosen;
}

forgetConfiguration();
const folder = makeTempFolder("muniment-test");
const tallies = [];
for (const name of names) {
  const begin = Date.now();
  console.log(`\n— ${name}`);
  const tally = await STEPS[name]?.({ folder, extra, deadline });
  if (tally) tallies.push(tally);
  console.log(`— ${name}: ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}
removeFolder(folder);
const { lines, failed } = report(sum(tallies), /^(1|true)$/i.test(process.env.CI ?? ""));
console.log(`\n${lines.join("\n")}`);
process.exitCode = failed > 0 ? 1 : 0;
