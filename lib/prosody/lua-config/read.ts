import path from "node:path";
import { parseLua } from "./parse";
import type { LuaValue } from "./value";
import { walk } from "./walk";

export type LuaOption = {
  /** "*": everywhere. */
  host: string;
  name: string;
  value: LuaValue;
  file: string;
  line: number;
  /** Bytes of the value in the file, the end exclusive. */
  start: number;
  end: number;
};

export type LuaHost = {
  name: string;
  kind: "host" | "component";
  module: string | null;
  file: string;
  line: number;
};

export type LuaProblem = {
  code: "unreadable" | "syntax" | "too-deep" | "unknown-include";
  file: string;
  line: number | null;
  detail: string;
};

/** A configuration as far as it can be known without running it. In `options` a later one wins. */
export type LuaConfig = {
  files: { path: string; bytes: Buffer }[];
  hosts: LuaHost[];
  options: LuaOption[];
  /** With any of these, what is read here may be overruled by what is not. */
  problems: LuaProblem[];
};

/** How files are reached; tests bring their own. `list`: names in a folder. Both throw what the system throws. */
export type LuaFiles = {
  read: (file: string) => Buffer;
  list: (folder: string) => string[];
};

const MOST_FILES = 200;
const MOST_DEPTH = 10;

/**
 * Reads a prosody.cfg.lua and what it includes, as core/configmanager.lua does: an included file begins at the
 * global scope, and the including one goes on where it was; `*` and `?` in the last part of a path. Prosody
 * takes matching files in the order of the folder, we by name.
 */
export function readLuaConfig(main: string, files: LuaFiles): LuaConfig {
  const config: LuaConfig = { files: [], hosts: [], options: [], problems: [] };
  readFile(path.resolve(main), { config, files, depth: 0 });
  return config;
}

type Reading = { config: LuaConfig; files: LuaFiles; depth: number };

function readFile(file: string, { config, files, depth }: Reading): void {
  if (depth > MOST_DEPTH || config.files.length >= MOST_FILES) {
    config.problems.push({ code: "too-deep", file, line: null, detail: "" });
    return;
  }
  const bytes = attempt(config, file, () => files.read(file));
  if (!bytes) return;
  config.files.push({ path: file, bytes });
  const parsed = parseLua(bytes);
  if (!parsed.ok) {
    const { line, message: detail } = parsed;
    config.problems.push({ code: "syntax", file, line, detail });
    return;
  }
  let host = "*";
  for (const said of walk(parsed.chunk.body, parsed.source)) {
    if (said.what === "everywhere") host = "*";
    else if (said.what === "option") {
      const { what: _, ...option } = said;
      config.options.push({ host, file, ...option });
    } else if (said.what === "host") {
      const { what: _, ...found } = said;
      host = found.name;
      if (!config.hosts.some((it) => it.name === host)) config.hosts.push({ ...found, file });
    } else if (said.what === "include") {
      const reading = { config, files, depth: depth + 1 };
      for (const one of included(file, said.path, reading)) readFile(one, reading);
    } else {
      config.problems.push({ code: "unknown-include", file, line: said.line, detail: said.text });
    }
  }
}

function included(from: string, wanted: string, { config, files }: Reading): string[] {
  const target = path.resolve(path.dirname(from), wanted);
  if (!/[*?]/.test(wanted)) return [target];
  const [folder, pattern] = [path.dirname(target), globOf(path.basename(target))];
  const names = attempt(config, folder, () => files.list(folder)) ?? [];
  const matching = names.filter((name) => !name.startsWith(".") && pattern.test(name));
  return matching.sort().map((name) => path.join(folder, name));
}

function globOf(glob: string): RegExp {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "s");
}

function attempt<T>(config: LuaConfig, file: string, reach: () => T): T | null {
  try {
    return reach();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    config.problems.push({ code: "unreadable", file, line: null, detail: code });
    return null;
  }
}
