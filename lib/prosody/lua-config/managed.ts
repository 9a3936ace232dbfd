import { isOptionName, luaLiteral, type Writable } from "./literal";
import type { LuaConfig, LuaHost } from "./read";

export type ManagedSetting = { host: string; name: string; value: Writable };

type Known = Pick<LuaHost, "name" | "kind" | "module">;

const HEADER = [
  "-- Written by Muniment. Change these settings on its page Policy: what is changed here by hand is",
  "-- noticed, and never overwritten without asking. It has to be the last file that is included.",
];

/**
 * The one file that we write: literals, host by host, in a fixed order. A component is named with its module, which
 * opening it again would otherwise take away (core/configmanager.lua, env.Component).
 * @throws RangeError for a host that the configuration does not have, and names and values that cannot be written
 */
export function writeManaged(settings: readonly ManagedSetting[], hosts: readonly Known[]): string {
  const sections = ["*", ...hosts.map((it) => it.name)].flatMap((host) => {
    const own = settings.filter((it) => it.host === host);
    if (own.length === 0) return [];
    const indent = host === "*" ? "" : "\t";
    const lines = own
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((it) => `${indent}${nameOf(it)} = ${luaLiteral(it.value)}`);
    return ["", ...(host === "*" ? [] : [opening(hosts.find((it) => it.name === host))]), ...lines];
  });
  const stray = settings.find(
    (it) => it.host !== "*" && !hosts.some(({ name }) => name === it.host),
  );
  if (stray) throw new RangeError(`${stray.host} is not in the configuration`);
  return `${[...HEADER, ...sections].join("\n")}\n`;
}

function nameOf({ name }: ManagedSetting): string {
  if (!isOptionName(name)) throw new RangeError("This is no name of a setting");
  return name;
}

function opening(host: Known | undefined): string {
  if (!host) throw new RangeError("This host is not in the configuration");
  const name = luaLiteral(host.name);
  if (host.kind === "host") return `VirtualHost ${name}`;
  return host.module === null
    ? `Component ${name}`
    : `Component ${name} ${luaLiteral(host.module)}`;
}

/** What our file says now; null where it says more than literals: somebody else wrote into it. */
export function readManaged(config: LuaConfig, managed: string): ManagedSetting[] | null {
  const settings = new Map<string, ManagedSetting>();
  if (config.problems.some((it) => it.file === managed)) return null;
  for (const { file, host, name, value } of config.options) {
    if (file !== managed) continue;
    if (value.kind !== "literal") return null;
    const { value: literal } = value;
    if (literal === null || (typeof literal === "object" && !isNames(literal))) return null;
    settings.set(`${host} ${name}`, { host, name, value: literal });
  }
  return [...settings.values()];
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((it) => typeof it === "string");
}
