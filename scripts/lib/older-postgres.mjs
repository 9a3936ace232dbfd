import { createRequire } from "node:module";
import { readJson } from "./files.mjs";
import { inRoot } from "./root.mjs";

/**
 * The packages with older PostgreSQL versions that tests run on as well, by version: package.json's
 * optional aliases `postgres-<version>`.
 * @type {Record<string, string>} version to package
 */
export const OLDER_POSTGRES = Object.fromEntries(
  Object.keys(readJson(inRoot("package.json"))?.optionalDependencies ?? {}).flatMap((name) => {
    const version = /^postgres-(\d+)$/.exec(name)?.[1];
    return version ? [[version, name]] : [];
  }),
);

/** Whether npm installed it: they exist for one platform only. @param {string} name */
export function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
