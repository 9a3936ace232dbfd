import { luaLiteral } from "../lua-config/literal";
import { readLuaConfig } from "../lua-config/read";
import type { LuaLiteral } from "../lua-config/value";
import { optionNamed } from "../options/catalogue";
import { type ProsodyVersion, versionOf } from "../version";
import type { Ask } from "./client";

/** Each argument is quoted as Lua quotes a string: what people write can never become a program. */
const call = (name: string, ...given: string[]) => `${name}(${given.map(luaLiteral).join(", ")})`;

/** null: it says nothing that we understand. */
export async function askVersion(ask: Ask): Promise<ProsodyVersion | null> {
  const { ok, result } = await ask(call("server:version"));
  return ok ? versionOf(result) : null;
}

/** null when it was reloaded, else what Prosody says against it. */
export async function reloadConfig(ask: Ask): Promise<string | null> {
  const { ok, result } = await ask(call("config:reload"));
  return ok ? null : redact(result);
}

/** A module takes a changed setting only when it is loaded anew; sessions stay (prosody.md §4). */
export async function reloadModule(ask: Ask, module: string, host: string): Promise<string | null> {
  const { ok, result, lines } = await ask(call("module:reload", module, host));
  return ok ? null : redact([...lines, result].join("\n"));
}

/**
 * What is in force, as Prosody prints it: a Lua literal. undefined: nothing is set.
 * @throws RangeError for a setting that is not in the catalogue: others may hold passwords
 */
export async function askEffective(
  ask: Ask,
  host: string,
  name: string,
): Promise<LuaLiteral | undefined> {
  if (!optionNamed(name)) throw new RangeError(`${name} is not in the catalogue`);
  const { ok, result } = await ask(call("config:get", host, name));
  return ok ? literalIn(result) : undefined;
}

function literalIn(text: string): LuaLiteral | undefined {
  const bytes = Buffer.from(`x = ${text}`);
  const value = readLuaConfig("/answer", { read: () => bytes, list: () => [] }).options[0]?.value;
  return value?.kind === "literal" && value.value !== null ? value.value : undefined;
}

/** What must never reach a page or the trail: values after words such as password, and those in addresses. */
export function redact(text: string): string {
  return text
    .replace(/((?:password|passwd|secret|token|key)["'\]]*\s*=\s*)("[^"]*"|'[^']*'|\S+)/gi, "$1…")
    .replace(/(\w:\/\/[^\s:@/]+):[^\s@/]+@/g, "$1:…@");
}

/** What an operator types where Muniment has no socket: the same, in the same order. */
export function byHand(reloads: readonly { module: string; host: string }[]): string[] {
  return [
    call("config:reload"),
    ...reloads.map(({ module, host }) => call("module:reload", module, host)),
  ].map((line) => `prosodyctl shell '${line.replaceAll("'", "'\\''")}'`);
}
