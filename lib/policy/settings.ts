import path from "node:path";
import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { optionFor } from "@/lib/prosody/lua-config/look-up";
import type { LuaHost, LuaOption } from "@/lib/prosody/lua-config/read";
import { type LuaLiteral, resolveValue } from "@/lib/prosody/lua-config/value";
import { OPTIONS } from "@/lib/prosody/options/catalogue";
import type { ProsodyOption } from "@/lib/prosody/options/option";
import { readPeriod, readUploadPeriod } from "@/lib/prosody/periods/read";
import type { ProsodyVersion } from "@/lib/prosody/version";
import type { PolicyScope, SettingView } from "./views";

/** The places of a configuration: everywhere first, then hosts in their order; other components have no archive. */
export function scopesOf(hosts: readonly LuaHost[]): PolicyScope[] {
  const kindOf = ({ kind, module }: LuaHost): PolicyScope["kind"] | null => {
    if (kind === "host") return "host";
    if (module === "muc") return "rooms";
    return module === "http_file_share" ? "uploads" : null;
  };
  const own = hosts.flatMap((host) => {
    const kind = kindOf(host);
    return kind ? [{ host: host.name, kind }] : [];
  });
  return [{ host: "*", kind: "everywhere" }, ...own];
}

/** Every setting of the catalogue at every place; what no version reads only where somebody wrote it. */
export function settingsOf(config: ProsodyConfig, version: ProsodyVersion): SettingView[] {
  return scopesOf(config.lua.hosts).flatMap((scope) =>
    OPTIONS.filter((it) => it.scopes.includes(scope.kind)).flatMap((option) => {
      const setting = settingOf(config, version, scope, option);
      return option.group !== "unread" || setting.origin === "here" ? [setting] : [];
    }),
  );
}

function settingOf(
  config: ProsodyConfig,
  version: ProsodyVersion,
  { host }: PolicyScope,
  option: ProsodyOption,
): SettingView {
  const line = optionFor(config.lua, host, option.name);
  const fromEnv = !line && host === "*" ? unreadVariable(config, option) : null;
  const resolved = line ? resolveValue(line.value, config.environment) : null;
  const written = resolved?.known ? resolved.value : undefined;
  const value = resolved?.known === false ? undefined : (fromEnv ?? written ?? option.fallback);
  return {
    name: option.name,
    host,
    origin: fromEnv !== null || line?.host === host ? "here" : line ? "inherited" : "default",
    line: lineView(config, line, option, fromEnv),
    value,
    computed: line !== null && line.value.kind !== "literal",
    variable: line?.value.kind === "environment" ? line.value.variable : option.variable,
    meaning: meaningOf(option, version, value),
    read: option.versions.includes(version),
  };
}

/** What nobody reads but a wrapper, in the `.env`. */
function unreadVariable(config: ProsodyConfig, option: ProsodyOption): string | null {
  if (option.group !== "unread" || option.variable === null) return null;
  return config.environment?.get(option.variable) ?? null;
}

function lineView(
  config: ProsodyConfig,
  line: LuaOption | null,
  option: ProsodyOption,
  fromEnv: string | null,
): SettingView["line"] {
  if (!line) {
    const file = path.basename(config.paths.envFile ?? "");
    const text = `${option.variable}=${fromEnv}`;
    return fromEnv === null ? null : { file, line: 0, text, ours: false };
  }
  const text = option.name === "storage" ? "" : line.value.text;
  const ours = line.file === config.paths.managed;
  return { file: path.basename(line.file), line: line.line, text, ours };
}

function meaningOf(
  { kind }: ProsodyOption,
  version: ProsodyVersion,
  value: LuaLiteral | undefined,
): SettingView["meaning"] {
  if (kind.type !== "period" && kind.type !== "upload-period") return null;
  if (value === undefined || value === null || typeof value === "object") return null;
  const meaning =
    kind.type === "period" ? readPeriod(version, value) : readUploadPeriod(version, value);
  return {
    does: meaning.state === "seconds" ? meaning.seconds : meaning.state,
    warnings: meaning.warnings,
  };
}
