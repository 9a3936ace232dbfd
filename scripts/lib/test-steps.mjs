import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { ensureBuilt } from "./build-state.mjs";
import { runNode, signalGroup } from "./children.mjs";
import { findChromium } from "./chromium.mjs";
import { isInstalled, OLDER_POSTGRES } from "./older-postgres.mjs";
import { inRoot } from "./root.mjs";
import { emptyTally, readTally } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */
/** @typedef {{ folder: string, extra: string[], deadline: number }} Run folder: for tallies; extra: arguments for the runner; deadline: epoch ms */

const PROGRAMS = {
  biome: inRoot("node_modules", "@biomejs", "biome", "bin", "biome"),
  next: inRoot("node_modules", "next", "dist", "bin", "next"),
  tsc: inRoot("node_modules", "typescript", "bin", "tsc"),
  vitest: inRoot("node_modules", "vitest", "vitest.mjs"),
  playwright: inRoot("node_modules", "@playwright", "test", "cli.js"),
};

/** @type {Record<string, (run: Run) => Promise<Tally>>} in the order in which they run */
export const STEPS = {
  check,
  unit: (run) => vitest("unit", run),
  integration: (run) => vitest("integration", run),
  ...Object.fromEntries(
    Object.keys(OLDER_POSTGRES).map((version) => [
      `integration-${version}`,
      (/** @type {Run} */ run) => onOlder(version, run),
    ]),
  ),
  build,
  launcher: (run) => vitest("launcher", run),
  browser,
};

/** @param {Run} run @returns {Promise<Tally>} each check counts as one test */
async function check(run) {
  const results = [
    verdict(
      "format and lint",
      await program([PROGRAMS.biome, "check", "--error-on-warnings"], run),
    ),
    verdict("route types", await program([PROGRAMS.next, "typegen"], run)),
    verdict("types", await program([PROGRAMS.tsc, "--noEmit", "--incremental", "false"], run)),
  ];
  const passed = results.filter(Boolean).length;
  return { ...emptyTally(), passed, failed: results.length - passed };
}

/** @param {string} name @param {string} problem "" for none */
function verdict(name, problem) {
  console.log(problem ? `✗ ${name}: ${problem}` : `✓ ${name}`);
  return problem === "";
}

/**
 * @param {string[]} args
 * @param {Run} run
 * @param {NodeJS.ProcessEnv | {}} [env]
 * @returns {Promise<string>} "" or why it failed
 */
async function program(args, { deadline }, env = {}) {
  const { child, down } = runNode(args, { env, output: "inherit" });
  const limit = setTimeout(() => signalGroup(child, "SIGKILL"), deadline - Date.now());
  const reason = await down;
  clearTimeout(limit);
  return Date.now() >= deadline ? "the time for all tests was over" : reason;
}

/** @param {string} project @param {Run} run */
async function vitest(project, run) {
  const file = path.join(run.folder, `${project}.json`);
  const tally = inRoot("scripts", "lib", "vitest-tally.mjs");
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    `--reporter=${tally}`,
    ...run.extra,
  ];
  const reason = await program([PROGRAMS.vitest, ...args], run, {
    MUNIMENT_TALLY: file,
    NODE_ENV: "test",
  });
  return readTally(file, reason === "");
}

/** @param {string} version @param {Run} run @returns {Promise<Tally>} */
async function onOlder(version, run) {
  const binaries = OLDER_POSTGRES[version] ?? "";
  if (isInstalled(binaries)) return vitest(`integration-${version}`, run);
  const reason = `the package ${binaries}, for Linux on x64 only, is not installed`;
  const name = `all tests on PostgreSQL ${version}`;
  return { ...emptyTally(), skipped: [{ name, reason }] };
}

/** Before what starts the product: the launcher's tests and the browser's. @returns {Promise<Tally>} */
async function build() {
  const problem = await ensureBuilt(["dist", "next"], console.log).then(
    () => "",
    (error) => error.message,
  );
  const good = verdict("build", problem);
  return { ...emptyTally(), passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

/** @param {Run} run @returns {Promise<Tally>} */
async function browser(run) {
  return (await haveChromium(run)) ? playwright(run) : noBrowser();
}

/** @param {Run} run */
async function haveChromium(run) {
  if (await findChromium()) return true;
  console.log("No Chromium was found; trying to install one");
  await program([PROGRAMS.playwright, "install", "chromium"], run);
  return (await findChromium()) !== null;
}

function noBrowser() {
  const reason = "no Chromium: install one, or set CHROMIUM_PATH";
  return { ...emptyTally(), skipped: [{ name: "all browser tests", reason }] };
}

/** @param {Run} run */
async function playwright(run) {
  const file = path.join(run.folder, "browser.json");
  const tally = inRoot("scripts", "lib", "playwright-tally.mjs");
  const args = ["test", "--forbid-only", `--reporter=line,${tally}`, ...run.extra];
  const reason = await program([PROGRAMS.playwright, ...args], run, { MUNIMENT_TALLY: file });
  return readTally(file, reason === "");
}

/** Tests bring their own configuration; the operator's database is none of their business. */
export function forgetConfiguration() {
  for (const name of Object.keys(process.env)) {
    if (/^(PORT|HOST|DATABASE_URL|DATABASE_REPLICA_URL|NEXTAUTH_.*|MUNIMENT_.*)$/.test(name)) {
      delete process.env[name];
    }
  }
}

/** @param {string} folder */
export const removeFolder = (folder) => fs.rmSync(folder, { recursive: true, force: true });
