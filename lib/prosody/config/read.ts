import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { envMap } from "../env-file/parse";
import { type LuaConfig, type LuaFiles, readLuaConfig } from "../lua-config/read";
import { type ConfigPaths, configPaths } from "./paths";

export const SYSTEM_FILES: LuaFiles = { read: (file) => readFileSync(file), list: readdirSync };

export type ProsodyConfig = {
  paths: ConfigPaths;
  lua: LuaConfig;
  /** What the `.env` says; null: none is named, or it cannot be read. */
  environment: ReadonlyMap<string, string> | null;
  /** The bytes of the `.env`. */
  envBytes: Buffer | null;
};

/** Everything as it stands in the files now; null: no configuration is named. A few milliseconds. */
export function readProsodyConfig(files: LuaFiles = SYSTEM_FILES): ProsodyConfig | null {
  const paths = configPaths();
  if (paths.config === null) return null;
  const lua = forgiveAbsence(readLuaConfig(paths.config, files), paths.managed);
  const envBytes = paths.envFile === null ? null : readIfThere(paths.envFile, files);
  return { paths, lua, environment: envBytes && envMap(envBytes), envBytes };
}

/** Our own file may be named before it is written for the first time: it is empty, then. */
function forgiveAbsence(lua: LuaConfig, managed: string | null): LuaConfig {
  const absent = ({ code, detail, file }: LuaConfig["problems"][number]) =>
    code === "unreadable" && detail === "ENOENT" && file === managed;
  return { ...lua, problems: lua.problems.filter((it) => !absent(it)) };
}

/** null: the file is not there, or not for us. */
export function readIfThere(file: string, files: LuaFiles = SYSTEM_FILES): Buffer | null {
  try {
    return files.read(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "EACCES") return null;
    throw error;
  }
}
