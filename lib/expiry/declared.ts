import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { modulesOn, optionFor } from "@/lib/prosody/lua-config/look-up";
import type { LuaHost } from "@/lib/prosody/lua-config/read";
import { resolveValue } from "@/lib/prosody/lua-config/value";
import {
  type PeriodMeaning,
  type PeriodText,
  readPeriod,
  readUploadPeriod,
} from "@/lib/prosody/periods/read";
import type { ProsodyVersion } from "@/lib/prosody/version";
import type { Expiry } from "./views";

export type Declared = Omit<Expiry, "oldestAt" | "lastRunAt">;

/** Which module cleans which store, and by which setting. */
const CLEANERS = {
  mam: { store: "archive", option: "archive_expires_after" },
  muc_mam: { store: "muc_log", option: "muc_log_expires_after" },
  http_file_share: { store: "uploads", option: "http_file_share_expires_after" },
} as const;

type Cleaner = keyof typeof CLEANERS;

/** What the configuration says for every host that it has. */
export function declaredExpiry(config: ProsodyConfig, version: ProsodyVersion): Declared[] {
  return config.lua.hosts.flatMap((host) =>
    cleanersOf(config, host).map(({ cleaner, loaded }) =>
      declare(config, version, host, cleaner, loaded),
    ),
  );
}

type Loaded = boolean | "unknown";

/** An archive is expected on every virtual host and every room component, whether its module is loaded or not. */
function cleanersOf(config: ProsodyConfig, host: LuaHost): { cleaner: Cleaner; loaded: Loaded }[] {
  const modules = modulesOn(config.lua, host, config.environment);
  const has = (name: string): Loaded =>
    host.module === name || (modules === null ? "unknown" : modules.has(name));
  const found: { cleaner: Cleaner; loaded: Loaded }[] = [];
  if (host.kind === "host") found.push({ cleaner: "mam", loaded: has("mam") });
  if (host.module === "muc") found.push({ cleaner: "muc_mam", loaded: has("muc_mam") });
  if (has("http_file_share") === true) found.push({ cleaner: "http_file_share", loaded: true });
  return found;
}

function declare(
  config: ProsodyConfig,
  version: ProsodyVersion,
  host: LuaHost,
  cleaner: Cleaner,
  loaded: Loaded,
): Declared {
  const { option } = CLEANERS[cleaner];
  const line = optionFor(config.lua, host.name, option);
  const base = {
    host: host.name,
    store: storeOf(config, host, cleaner),
    option,
    source: line ? ("config" as const) : ("default" as const),
    written: line?.value.text ?? null,
    warnings: [],
  };
  const unknown = { ...base, expiresAfterSeconds: "unknown" as const };
  if (config.lua.problems.length > 0) return { ...unknown, reason: "incomplete-config" };
  if (loaded === "unknown") return { ...unknown, reason: "expression" };
  if (!loaded) return { ...base, expiresAfterSeconds: "off", reason: "module-off" };
  const resolved = line ? resolveValue(line.value, config.environment) : null;
  if (resolved?.known === false) return { ...unknown, reason: "expression" };
  const value = resolved?.value ?? undefined;
  if (typeof value === "object") return { ...unknown, reason: "expression" };
  return { ...base, ...meant(cleaner, version, value) };
}

function meant(cleaner: Cleaner, version: ProsodyVersion, value: PeriodText) {
  const read = cleaner === "http_file_share" ? readUploadPeriod : readPeriod;
  const meaning: PeriodMeaning = read(version, value);
  return {
    expiresAfterSeconds: meaning.state === "seconds" ? meaning.seconds : meaning.state,
    reason: meaning.state === "off" ? ("value-refused" as const) : null,
    warnings: meaning.warnings,
  };
}

function storeOf(config: ProsodyConfig, host: LuaHost, cleaner: Cleaner): string {
  if (cleaner !== "mam") return CLEANERS[cleaner].store;
  const line = optionFor(config.lua, host.name, "archive_store");
  const resolved = line && resolveValue(line.value, config.environment);
  return resolved?.known && typeof resolved.value === "string" ? resolved.value : "archive";
}
