import crypto from "node:crypto";
import path from "node:path";
import { readJson, writePrivateJson } from "./files.mjs";

/**
 * superuser, prosody, muniment: passwords of the embedded database's roles. app: signs sessions
 * when MUNIMENT_SECRET is not set.
 * @typedef {{ superuser: string, prosody: string, muniment: string, app: string }} Secrets
 */
const NAMES = /** @type {const} */ (["superuser", "prosody", "muniment", "app"]);

/** @param {string} dataFolder */
export const secretsFile = (dataFolder) => path.join(dataFolder, "secrets.json");

/**
 * @param {string} dataFolder
 * @returns {Partial<Secrets>}
 */
export function readSecrets(dataFolder) {
  const stored = readJson(secretsFile(dataFolder)) ?? {};
  return Object.fromEntries(
    NAMES.filter((name) => typeof stored[name] === "string").map((name) => [name, stored[name]]),
  );
}

/**
 * Reads the secrets and draws those that are missing. Call it under the lock of the data folder.
 * @param {string} dataFolder
 * @returns {Secrets}
 */
export function ensureSecrets(dataFolder) {
  const known = readSecrets(dataFolder);
  const missing = NAMES.filter((name) => !known[name]);
  const drawn = missing.map((name) => [name, crypto.randomBytes(24).toString("base64url")]);
  const secrets = /** @type {Secrets} */ ({ ...known, ...Object.fromEntries(drawn) });
  if (missing.length > 0) writePrivateJson(secretsFile(dataFolder), secrets);
  return secrets;
}
