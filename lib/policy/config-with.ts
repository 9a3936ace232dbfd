import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { luaLiteral } from "@/lib/prosody/lua-config/literal";
import type { LuaOption } from "@/lib/prosody/lua-config/read";
import type { PolicyChange } from "./change";

/** The configuration as the changes want it, whether they can be written or not: for what-if. */
export function configWith(config: ProsodyConfig, changes: readonly PolicyChange[]): ProsodyConfig {
  const { managed } = config.paths;
  const changed = (it: LuaOption) =>
    it.file === managed && changes.some(({ host, name }) => host === it.host && name === it.name);
  const added = changes.flatMap(({ host, name, value }): LuaOption[] => {
    if (value === null) return [];
    const literal = typeof value === "object" ? [...value] : value;
    const text = luaLiteral(value);
    const place = { file: managed ?? "", line: 0, start: 0, end: 0 };
    return [{ host, name, value: { kind: "literal", value: literal, text }, ...place }];
  });
  const options = [...config.lua.options.filter((it) => !changed(it)), ...added];
  return { ...config, lua: { ...config.lua, options } };
}
