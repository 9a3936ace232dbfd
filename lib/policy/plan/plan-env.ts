import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { type EnvLine, parseEnvFile } from "@/lib/prosody/env-file/parse";
import { writeEnvValue } from "@/lib/prosody/env-file/write";
import type { Writable } from "@/lib/prosody/lua-config/literal";
import { optionFor } from "@/lib/prosody/lua-config/look-up";
import type { LuaConfig } from "@/lib/prosody/lua-config/read";
import { optionNamed } from "@/lib/prosody/options/catalogue";
import type { PolicyChange } from "../change";
import type { EnvChange, PlanProblem, WritePlan } from "./plan";

/** The same where there is only a `.env`: of each setting the variable that decides about it. */
export function planEnv(config: ProsodyConfig, changes: readonly PolicyChange[]): WritePlan {
  const problems: PlanProblem[] = [];
  const before = config.envBytes;
  const lines = before ? parseEnvFile(before) : [];
  let after = before;
  const written: EnvChange[] = [];
  for (const change of changes) {
    const variable = variableFor(config.lua, change, lines);
    if (after === null || variable === null) {
      problems.push({ code: "nowhere", change });
      continue;
    }
    const text = change.value === null ? null : envText(change.value);
    const was = lines.findLast((it) => it.name === variable)?.value ?? null;
    after = writeEnvValue(after, variable, text);
    written.push({ variable, before: was, after: text });
  }
  const env = before && after && written.length > 0 ? { before, after, changes: written } : null;
  const environment = after && new Map(parseEnvFile(after).map((it) => [it.name, it.value]));
  return { managed: null, env, problems, afterwards: { ...config, envBytes: after, environment } };
}

/** The variable that decides about a setting: of the line in force, or the usual one where it is in the file. */
function variableFor(
  lua: LuaConfig,
  { host, name }: PolicyChange,
  lines: EnvLine[],
): string | null {
  const inForce = optionFor(lua, host, name);
  if (inForce?.value.kind === "environment") {
    const ownLine = inForce.host === host;
    return ownLine && inForce.value.compare === null ? inForce.value.variable : null;
  }
  const usual = optionNamed(name)?.variable ?? null;
  return host === "*" && inForce === null && lines.some((it) => it.name === usual) ? usual : null;
}

const envText = (value: Writable) => (Array.isArray(value) ? value.join(",") : String(value));
