#!/usr/bin/env node
// The command line. Everything but the command's own answer goes to stderr.
import "./lib/node-version.mjs";
import process from "node:process";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";

const EXIT_NO_DATABASE = 3;

const calledFrom = process.cwd();
process.chdir(root);
try {
  await ensureDependencies(console.error);
  const { runCommand } = await import("./lib/run-command.mjs");
  process.exitCode = await runCommand({ args: process.argv.slice(2), calledFrom });
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = EXIT_NO_DATABASE;
}
