import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runNode } from "./children.mjs";
import { workLock } from "./dependencies.mjs";
import { filesBelow, readJson, writePrivateJson } from "./files.mjs";
import { withLock } from "./lock.mjs";
import { identityOf, isSameProcessAlive } from "./processes.mjs";
import { inRoot, root } from "./root.mjs";

const NOT_BUILT = /\.test\.[a-z]+$|^lib[\\/]testing[\\/]/;

const OUTPUTS = {
  next: {
    stamp: inRoot(".next", ".build-stamp"),
    proof: inRoot(".next", "BUILD_ID"),
    folders: ["app", "components", "lib", "public"],
    files: [
      "proxy.ts",
      "instrumentation.ts",
      "next.config.ts",
      "postcss.config.mjs",
      "tsconfig.json",
      "tsconfig.build.json",
    ],
  },
  dist: {
    stamp: inRoot("dist", ".build-stamp"),
    proof: inRoot("dist", "env.mjs"),
    folders: ["lib"],
    files: ["scripts/lib/bundle.mjs"],
  },
};

/** @typedef {keyof typeof OUTPUTS} Output */

/** @param {Output} output */
function fingerprint(output) {
  const { folders, files } = OUTPUTS[output];
  const hash = crypto.createHash("sha256");
  const inputs = [
    ...folders.flatMap((folder) => filesBelow(inRoot(folder))),
    ...files.map((f) => inRoot(f)),
    inRoot("package-lock.json"),
  ];
  for (const file of inputs) {
    const name = path.relative(root, file);
    if (NOT_BUILT.test(name) || !fs.existsSync(file)) continue;
    hash.update(`${name}\0`).update(fs.readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {Output} output */
function isStale(output) {
  const { stamp, proof } = OUTPUTS[output];
  if (!fs.existsSync(proof) || !fs.existsSync(stamp)) return true;
  return fs.readFileSync(stamp, "utf8") !== fingerprint(output);
}

/**
 * Builds what is out of date. Ids of server actions change with every build, so nothing is built
 * under a server that runs from this checkout.
 * @param {Output[]} outputs
 * @param {(line: string) => void} log
 */
export async function ensureBuilt(outputs, log) {
  if (!outputs.some(isStale)) return;
  await withLock(workLock, async () => {
    for (const output of outputs.filter(isStale)) {
      refuseUnderServer();
      const { stamp } = OUTPUTS[output];
      fs.rmSync(stamp, { force: true });
      // Taken before: what changes while the build runs makes it stale again.
      const built = fingerprint(output);
      await (output === "next" ? buildNext(log) : (await import("./bundle.mjs")).bundle());
      fs.writeFileSync(stamp, built);
    }
  });
}

/** @param {(line: string) => void} log */
async function buildNext(log) {
  log("Building (next build)");
  const args = [inRoot("node_modules", "next", "dist", "bin", "next"), "build"];
  const { down, collected } = runNode(args, { env: { NODE_ENV: "production" }, output: "collect" });
  const reason = await down;
  if (reason) throw new Error(`next build ${reason}.\n${collected()}`);
}

const serversFolder = inRoot("dist", "servers");

function refuseUnderServer() {
  const server = runningServers()[0];
  if (!server) return;
  throw new Error(
    `Muniment runs from this folder (${server.url}, process ${String(server.process).split(":")[0]}), and its build is out of date. Stop it first.`,
  );
}

function runningServers() {
  if (!fs.existsSync(serversFolder)) return [];
  return fs
    .readdirSync(serversFolder)
    .map((name) => readJson(path.join(serversFolder, name)) ?? {})
    .filter(
      (server) => isSameProcessAlive(server.process) && server.process !== identityOf(process.pid),
    );
}

/**
 * Notes that this process serves the build of this checkout, until it ends.
 * @param {string} url
 */
export function registerServer(url) {
  fs.mkdirSync(serversFolder, { recursive: true });
  for (const name of fs.readdirSync(serversFolder)) {
    const file = path.join(serversFolder, name);
    if (!isSameProcessAlive(readJson(file)?.process)) fs.rmSync(file, { force: true });
  }
  const file = path.join(serversFolder, `${process.pid}.json`);
  writePrivateJson(file, { url, process: identityOf(process.pid) });
  process.once("exit", () => fs.rmSync(file, { force: true }));
}
