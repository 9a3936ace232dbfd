#!/usr/bin/env node
import "./lib/node-version.mjs";
import process from "node:process";
import { ensureBuilt } from "./lib/build-state.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";

process.chdir(root);
try {
  await ensureDependencies(console.error);
  await ensureBuilt(["dist", "next"], console.error);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
