import crypto from "node:crypto";
import { ensureBuilt, registerServer } from "./build-state.mjs";
import { runNode } from "./children.mjs";
import { loadEnvironment } from "./environment.mjs";
import { tryPort } from "./ports.mjs";
import {
  appSecret,
  consoleUrl,
  prosodySqlLine,
  setUpDatabase,
  startDatabase,
} from "./prepare-database.mjs";
import { sleep } from "./processes.mjs";
import { becomesReady } from "./ready.mjs";
import { supervise } from "./supervise.mjs";

/** @typedef {import("./pg.mjs").EmbeddedPostgres} EmbeddedPostgres */
/** @typedef {import("../../lib/env").Env} Env */
/** @typedef {(line: string) => void} Log */

/**
 * Room for what lives as long as one answer (MiB, twice). In the usual 1 to 16 every fifth page waits for a
 * collection; with 32 one in sixteen did, for 7 ms and more; with 64 one in thirty.
 */
const ROOMY = ["--min-semi-space-size=64", "--max-semi-space-size=64"];

/**
 * Everything of `npm start` after the dependencies. Resolves when `stopping` is aborted.
 * @param {{ dev: boolean, newDatabasePassword: boolean, stopping: AbortSignal, log: Log,
 *   onDatabase: (pg: EmbeddedPostgres) => void }} options onDatabase: whoever stops us must stop it
 * @throws Error whose message is for the person at the terminal
 */
export async function runMuniment({ dev, newDatabasePassword, stopping, log, onDatabase }) {
  const env = await loadEnvironment(log);
  await claimPort(env, stopping);
  if (!dev) await ensureBuilt(["next"], log);
  if (newDatabasePassword) await (await import("./pg-password.mjs")).renewPassword(env, log);
  if (stopping.aborted) return;
  registerServer(env.url);
  const pg = await startDatabase(env, log);
  if (pg) onDatabase(pg);
  const { firstOperators } = await setUpDatabase(env, pg, log);
  const token = crypto.randomBytes(16).toString("hex");
  const children = await childEnvironment({ env, pg, dev, token });
  const keep = (/** @type {string} */ name, /** @type {string[]} */ args) =>
    supervise({ name, stopping, log, launch: async () => runNode(args, { env: children }) });
  const alive = [
    keep("The web process", [...ROOMY, "scripts/web.mjs", ...(dev ? ["--dev"] : [])]),
    keep("The worker", ["dist/worker.mjs"]),
    ...(pg ? [keepDatabase(pg, stopping, log)] : []),
  ];
  const ready = becomesReady({
    ...{ address: localAddress(env), token, stopping },
    onSlow: (problem) => log(`Muniment is not ready yet: ${problem}`),
  }).then(() => stopping.aborted || announce({ env, pg, firstOperators, log }));
  await Promise.all([ready, ...alive]);
}

/** A server that was killed a moment ago may still be letting go of its port. @param {Env} env @param {AbortSignal} stopping */
async function claimPort(env, stopping) {
  for (let attempt = 0; attempt < 20 && !stopping.aborted; attempt += 1) {
    if ((await tryPort(env.port, env.host)) !== null) return;
    await sleep(100);
  }
  throw new Error(
    `Port ${env.port} is in use, perhaps by a Muniment that runs already. Stop that, or choose another with PORT.`,
  );
}

/** @param {Env} env */
function localAddress({ host, port }) {
  const name = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? host;
  return `http://${name.includes(":") && !name.startsWith("[") ? `[${name}]` : name}:${port}`;
}

/**
 * @param {{ env: Env, pg: EmbeddedPostgres | null, dev: boolean, token: string }} options
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function childEnvironment({ env, pg, dev, token }) {
  return {
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: consoleUrl(env, pg),
    MUNIMENT_DATA: env.munimentData,
    MUNIMENT_DEMO: env.demo ? "1" : "0",
    MUNIMENT_PASSWORD: "",
    MUNIMENT_SECRET: await appSecret(env),
    MUNIMENT_START_TOKEN: token,
    NEXTAUTH_URL: env.url,
  };
}

/** @param {EmbeddedPostgres} pg @param {AbortSignal} stopping @param {Log} log */
function keepDatabase(pg, stopping, log) {
  const launch = () => pg.start();
  return supervise({ name: "The embedded PostgreSQL", launch, first: pg, stopping, log });
}

/**
 * @param {{ env: Env, pg: EmbeddedPostgres | null, log: Log,
 *   firstOperators: { name: string, password: string }[] }} options
 */
function announce({ env, pg, firstOperators, log }) {
  if (pg) log(prosodySqlLine(pg));
  log(`Muniment is ready at ${env.url}`);
  for (const { name, password } of firstOperators)
    log(`Sign in as ${name} with password ${password}`);
}
