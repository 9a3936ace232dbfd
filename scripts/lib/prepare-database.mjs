import path from "node:path";
import { importBuilt } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { EmbeddedPostgres } from "./pg.mjs";
import { ensureDataFolder } from "./pg-home.mjs";
import { ensureSecrets } from "./secrets.mjs";

/** @typedef {import("../../lib/env").Env} Env */

/**
 * Starts or joins the embedded database, unless the operator brought one.
 * @param {Env} env
 * @param {(line: string) => void} log
 * @returns {Promise<EmbeddedPostgres | null>} null with DATABASE_URL
 */
export async function startDatabase(env, log) {
  if (env.databaseUrl) return null;
  return new EmbeddedPostgres({ dir: env.munimentData, port: env.pgPort, log }).start();
}

/**
 * Migrates and, on the embedded database, makes Prosody's tables and fills the demo: once each.
 * @param {Env} env
 * @param {EmbeddedPostgres | null} pg
 * @param {(line: string) => void} log
 * @returns {Promise<{ firstOperators: { name: string, password: string, roles: string[] }[], layout: string, adopted: boolean }>}
 */
export async function setUpDatabase(env, pg, log) {
  const { setup } = await importBuilt("setup");
  const { prosody = "", muniment = "" } = pg?.secrets ?? {};
  return setup({
    databaseUrl: consoleUrl(env, pg),
    superuserUrl: pg?.url("postgres") ?? null,
    rolePasswords: pg ? { prosody, muniment } : null,
    demo: env.demo,
    operatorPassword: env.password,
    fillDemo: pg && env.demo ? fillDemo : null,
    sampleFolder: pg && env.demo ? env.munimentData : null,
    log,
  });
}

/** @param {unknown} sql @param {Date} now */
async function fillDemo(sql, now) {
  const name = "../demo/fill.mjs";
  const demo = await import(name);
  await demo.fillDemo(sql, now);
}

/** Web, worker and command line are never superuser. @param {Env} env @param {EmbeddedPostgres | null} pg */
export const consoleUrl = (env, pg) => pg?.url("prosody", "muniment") ?? env.databaseUrl ?? "";

/**
 * The secret that signs sessions: the operator's, else one drawn once and kept.
 * @param {Env} env
 * @returns {Promise<string>}
 */
export async function appSecret(env) {
  if (env.secret) return env.secret;
  ensureDataFolder(env.munimentData);
  const lock = path.join(env.munimentData, "start.lock");
  return withLock(lock, async () => ensureSecrets(env.munimentData).app);
}

/** What a prosody.cfg.lua needs to use the embedded database. @param {EmbeddedPostgres} pg */
export function prosodySqlLine(pg) {
  const { prosody = "" } = pg.secrets;
  return `sql = { driver = "PostgreSQL"; database = "prosody"; username = "prosody"; password = "${prosody}"; host = "127.0.0.1"; port = ${pg.port} }`;
}
