import type { LuaConfig, LuaOption } from "./read";
import { type LuaLiteral, resolveValue } from "./value";

/** What is in force for a host: its own line, else the global one (a component inherits it as well); null: none. */
export function optionFor(config: LuaConfig, host: string, name: string): LuaOption | null {
  const last = (where: string) =>
    config.options.findLast((it) => it.host === where && it.name === name) ?? null;
  return last(host) ?? (host === "*" ? null : last("*"));
}

/**
 * The modules that Prosody loads on a host (core/modulemanager.lua): the global list and its own, but of the
 * global list a component takes nothing that matters here. null: a list is no literal.
 */
export function modulesOn(
  config: LuaConfig,
  host: { name: string; kind: "host" | "component" },
  environment: ReadonlyMap<string, string> | null,
): ReadonlySet<string> | null {
  const listOf = (where: string, name: string): string[] | null => {
    const option = config.options.findLast((it) => it.host === where && it.name === name);
    if (!option) return [];
    const resolved = resolveValue(option.value, environment);
    return resolved.known ? namesIn(resolved.value) : null;
  };
  const isComponent = host.kind === "component";
  const everywhere = isComponent ? [] : listOf("*", "modules_enabled");
  const notEverywhere = isComponent ? [] : listOf("*", "modules_disabled");
  const own = listOf(host.name, "modules_enabled");
  const notHere = listOf(host.name, "modules_disabled");
  if (!everywhere || !notEverywhere || !own || !notHere) return null;
  const inherited = everywhere.filter((name) => !notEverywhere.includes(name));
  return new Set([...inherited, ...own].filter((name) => !notHere.includes(name)));
}

function namesIn(value: LuaLiteral | undefined): string[] | null {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return null;
  return Object.values(value).filter((it): it is string => typeof it === "string");
}
