#!/usr/bin/env node
// npm run screens: pictures of every page for docs/screens, from a demo instance of its own.
import "./lib/node-version.mjs";
import fs from "node:fs";
import process from "node:process";
import { stopChildren } from "./lib/children.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { inRoot, root } from "./lib/root.mjs";
import { makeTempFolder } from "./lib/temp-folder.mjs";

process.chdir(root);
const folder = makeTempFolder("muniment-screens");
const tidy = async () => {
  await stopChildren(10_000);
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => void tidy().then(() => process.exit(130)));
}

try {
  await ensureDependencies(console.error);
  const { startInstance } = await import("./screens/instance.mjs");
  const { takeScreens } = await import("./screens/take.mjs");
  const instance = await startInstance(folder);
  await takeScreens({ ...instance, out: inRoot("docs", "screens"), log: console.log });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await tidy();
}
