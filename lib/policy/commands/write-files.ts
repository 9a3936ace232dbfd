import "server-only";
import { ConsoleError } from "@/lib/errors";
import { withAdminSocket } from "@/lib/prosody/admin-socket/client";
import { askEffective, reloadConfig, reloadModule } from "@/lib/prosody/admin-socket/commands";
import type { ProsodyConfig } from "@/lib/prosody/config/read";
import { hashOf, writeWhole } from "@/lib/prosody/config/write-file";
import { optionNamed } from "@/lib/prosody/options/catalogue";
import { refusal } from "@/lib/refusal";
import type { PolicyChange } from "../change";
import type { WritePlan } from "../plan/plan";

/** Modules that must be loaded anew on hosts for changes to take effect. */
export function reloadsFor(
  config: ProsodyConfig,
  changes: readonly PolicyChange[],
): { module: string; host: string }[] {
  const all = changes.flatMap(({ host, name }) => {
    const module = optionNamed(name)?.module ?? null;
    if (module === null || module === "storage_sql") return [];
    const hosts = host === "*" ? config.lua.hosts.map((it) => it.name) : [host];
    const modules = name === "max_archive_query_results" ? ["mam", "muc_mam"] : [module];
    return hosts.flatMap((it) => modules.map((one) => ({ module: one, host: it })));
  });
  return [...new Map(all.map((it) => [`${it.module} ${it.host}`, it])).values()];
}

/**
 * Writes what the plan says, and has Prosody take it where it can be asked to. When Prosody refuses it, or has
 * something else in force afterwards, or does not answer, the files are put back and it is told again. Returns how it
 * came to know.
 * @throws ConsoleError `conflict` when the file changed meanwhile, Prosody refuses, or nobody answers
 */
export async function writeAndReload(
  config: ProsodyConfig,
  plan: WritePlan,
  changes: readonly PolicyChange[],
): Promise<"socket" | "by-hand" | "sample"> {
  const { paths } = config;
  if (plan.managed && paths.managed) {
    await writeWhole(paths.managed, plan.managed.after, hashOf(plan.managed.before));
  }
  if (plan.env && paths.envFile) {
    await writeWhole(paths.envFile, plan.env.after, hashOf(plan.env.before));
  }
  if (paths.sample) return "sample";
  // A running Prosody keeps the environment that it was started with.
  if (paths.socket === null || plan.env) return "by-hand";
  const refused = await reload(paths.socket, config, changes);
  if (refused === null) return "socket";
  await putBack(config, plan);
  await reload(
    paths.socket,
    config,
    changes.map((it) => ({ ...it, value: null })),
  ).catch(() => {});
  throw refusal("conflict", refused.reason, { cause: new Error(refused.why) });
}

/** Our file as it was; an empty one where there was none, because others may include it by its name. */
export async function putBack({ paths }: ProsodyConfig, plan: WritePlan): Promise<void> {
  if (plan.managed && paths.managed) {
    const before = plan.managed.before ?? Buffer.from("-- Written by Muniment.\n");
    await writeWhole(paths.managed, before, hashOf(plan.managed.after));
  }
  if (plan.env && paths.envFile) {
    await writeWhole(paths.envFile, plan.env.before, hashOf(plan.env.after));
  }
}

type Refused = { reason: "policy-prosody-refused" | "policy-prosody-away"; why: string };

const refusedFor = (why: string): Refused => ({ reason: "policy-prosody-refused", why });

/** null: all is in force. */
async function reload(
  socket: string,
  config: ProsodyConfig,
  changes: readonly PolicyChange[],
): Promise<Refused | null> {
  try {
    return await withAdminSocket(socket, async (ask) => {
      const refused = await reloadConfig(ask);
      if (refused !== null) return refusedFor(refused);
      for (const { module, host } of reloadsFor(config, changes)) {
        const failed = await reloadModule(ask, module, host);
        if (failed !== null) return refusedFor(failed);
      }
      for (const { host, name, value } of changes) {
        if (value === null) continue;
        const inForce = await askEffective(ask, host, name);
        if (JSON.stringify(inForce) !== JSON.stringify(value))
          return refusedFor(`${name} is not in force`);
      }
      return null;
    });
  } catch (error) {
    if (error instanceof ConsoleError && error.details.reason === "socket-away")
      return { reason: "policy-prosody-away", why: error.message };
    return refusedFor(error instanceof Error ? error.message : String(error));
  }
}
