import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";

export type ConfigPaths = {
  config: string | null;
  managed: string | null;
  envFile: string | null;
  socket: string | null;
  /** These are the sample files of the demo: no Prosody reads them. */
  sample: boolean;
};

/** Where set-up puts the sample of the demo. */
export function samplePaths(munimentData: string) {
  const folder = path.join(munimentData, "prosody");
  return {
    folder,
    config: path.join(folder, "prosody.cfg.lua"),
    managed: path.join(folder, "conf.d", "muniment.cfg.lua"),
    envFile: path.join(folder, ".env"),
  };
}

/** What the variables name; on the demo the sample, as long as PROSODY_CONFIG names nothing. */
export function configPaths(): ConfigPaths {
  const { demo, munimentData, ...set } = env();
  const sample = samplePaths(munimentData);
  if (set.prosodyConfig === null && demo && existsSync(sample.config)) {
    const { config, managed, envFile } = sample;
    return { config, managed, envFile, socket: set.prosodyAdminSocket, sample: true };
  }
  return {
    config: set.prosodyConfig,
    managed: set.prosodyManagedConfig,
    envFile: set.prosodyEnvFile,
    socket: set.prosodyAdminSocket,
    sample: false,
  };
}
