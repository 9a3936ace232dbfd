import path from "node:path";
import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { luaLiteral } from "@/lib/prosody/lua-config/literal";
import { optionFor } from "@/lib/prosody/lua-config/look-up";
import { type ManagedSetting, readManaged, writeManaged } from "@/lib/prosody/lua-config/managed";
import { type LuaConfig, type LuaFiles, readLuaConfig } from "@/lib/prosody/lua-config/read";
import type { PolicyChange } from "../change";
import type { PlanProblem, WritePlan } from "./plan";
import { planEnv } from "./plan-env";

/**
 * What would be written for some changes, and what it would come to; nothing is written. Our Lua file takes what it
 * can; the `.env` is the place where there is no such file, because a running Prosody keeps the environment it was
 * started with.
 */
export function planWrite(
  config: ProsodyConfig,
  changes: readonly PolicyChange[],
  files: LuaFiles,
): WritePlan {
  const { managed, config: main } = config.paths;
  const problems: PlanProblem[] = [];
  if (managed === null || main === null) return planEnv(config, changes);
  const bytes = bytesOf(config.lua, managed, files);
  const current = readManaged(config.lua, managed) ?? problem(problems, { code: "foreign" }, []);
  const known = changes.filter((it) => isKnown(config.lua, it));
  for (const change of changes.filter((it) => !known.includes(it))) {
    problems.push({ code: "host-unknown", change });
  }
  const text = writeManaged(applyChanges(current, known), config.lua.hosts);
  const unchanged = changes.length === 0 && bytes !== null;
  const after = unchanged ? bytes : Buffer.from(text, "utf8");
  const lua = readLuaConfig(main, overlay(files, managed, after));
  problems.push(...problemsThen(lua, known, managed, main));
  return { managed: { before: bytes, after }, env: null, problems, afterwards: { ...config, lua } };
}

function problem<T>(all: PlanProblem[], found: PlanProblem, instead: T): T {
  all.push(found);
  return instead;
}

const isKnown = (lua: LuaConfig, { host }: PolicyChange) =>
  host === "*" || lua.hosts.some((it) => it.name === host);

export function applyChanges(
  current: readonly ManagedSetting[],
  changes: readonly PolicyChange[],
): ManagedSetting[] {
  const settings = new Map(current.map((it) => [`${it.host} ${it.name}`, it]));
  for (const { host, name, value } of changes) {
    if (value === null) settings.delete(`${host} ${name}`);
    else settings.set(`${host} ${name}`, { host, name, value });
  }
  return [...settings.values()];
}

/** Our file as it is read now, also where nothing includes it yet. */
function bytesOf(lua: LuaConfig, managed: string, files: LuaFiles): Buffer | null {
  const included = lua.files.find((it) => it.path === managed);
  if (included) return included.bytes;
  try {
    return files.read(managed);
  } catch {
    return null;
  }
}

function overlay(files: LuaFiles, managed: string, after: Buffer): LuaFiles {
  return {
    read: (file) => (file === managed ? after : files.read(file)),
    list: (folder) => {
      const own = folder === path.dirname(managed) ? [path.basename(managed)] : [];
      return [...new Set([...files.list(folder), ...own])];
    },
  };
}

function problemsThen(
  lua: LuaConfig,
  changes: readonly PolicyChange[],
  managed: string,
  main: string,
): PlanProblem[] {
  const unread = lua.problems.find((it) => it.file !== managed);
  if (unread) return [{ code: "incomplete", file: unread.file }];
  if (!lua.files.some((it) => it.path === managed)) {
    const relative = path.relative(path.dirname(main), managed);
    const shown = relative.startsWith("..") ? managed : relative;
    // As a pattern: Prosody does not start while a file that is named outright is missing.
    const pattern = shown.replace(/(\.cfg)?\.lua$/, "*$&");
    return [{ code: "not-included", line: `Include ${luaLiteral(pattern)}` }];
  }
  return changes.flatMap((change): PlanProblem[] => {
    const inForce = optionFor(lua, change.host, change.name);
    if (change.value === null || !inForce || inForce.file === managed) return [];
    return [{ code: "overruled", change, file: inForce.file, line: inForce.line }];
  });
}
