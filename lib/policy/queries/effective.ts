import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { ConsoleError } from "@/lib/errors";
import { withAdminSocket } from "@/lib/prosody/admin-socket/client";
import { askEffective, askVersion } from "@/lib/prosody/admin-socket/commands";
import { readProsodyConfig } from "@/lib/prosody/config/read";
import { OPTIONS } from "@/lib/prosody/options/catalogue";
import { scopesOf } from "../settings";
import type { Effective } from "../views";

/** What a running Prosody has in force, asked through its admin socket. */
export async function askInForce(_grant: Grant<"policy.read">): Promise<Effective> {
  const config = readProsodyConfig();
  const socket = config?.paths.socket ?? null;
  if (!config || socket === null) return { state: "none", version: null, values: [] };
  const wanted = scopesOf(config.lua.hosts).flatMap(({ host, kind }) =>
    OPTIONS.filter((it) => it.scopes.includes(kind) && it.kind.type !== "shown").map((it) => ({
      host,
      name: it.name,
    })),
  );
  try {
    return await withAdminSocket(socket, async (ask) => {
      const version = await askVersion(ask);
      const values: Effective["values"] = [];
      for (const { host, name } of wanted) {
        values.push({ host, name, value: (await askEffective(ask, host, name)) ?? null });
      }
      return { state: "ready", version, values };
    });
  } catch (error) {
    if (!(error instanceof ConsoleError)) throw error;
    return { state: "away", version: null, values: [] };
  }
}
