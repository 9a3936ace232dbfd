import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Sql } from "postgres";
import { afterAll, afterEach } from "vitest";
import type { Role } from "@/lib/auth/permissions";
import { resetEnv } from "@/lib/env";
import { listFindings } from "@/lib/overview/queries/findings";
import type { CheckId } from "@/lib/overview/views";
import { testGrant } from "./grants";

export const look = (roles: readonly Role[] = ["admin"], host: string | null = null) =>
  listFindings(testGrant("retention.read", roles), { host });

/** Names of what is wrong. */
export const wrong = async () => (await look()).findings.map((it) => it.id);

export const one = async (id: CheckId) => (await look()).findings.find((it) => it.id === id);

/** null: it means nothing here. */
export const outcome = async (id: CheckId) =>
  (await look()).checks.find((it) => it.id === id)?.outcome ?? null;

/** A worker's sign of life. */
export const beat = (sql: Sql) => sql`
  insert into console.worker_beat (id, pid) values ('here', 1)
  on conflict (id) do update set beat_at = now()`;

/** `configure(text)`: Prosody's configuration of one test, null: none. At the top of the file. */
export function useConfiguration(): (text: string | null) => void {
  const folder = mkdtempSync(path.join(os.tmpdir(), "overview-"));
  const configure = (text: string | null) => {
    if (text === null) delete process.env.PROSODY_CONFIG;
    else {
      process.env.PROSODY_CONFIG = path.join(folder, "prosody.cfg.lua");
      writeFileSync(process.env.PROSODY_CONFIG, text);
    }
    resetEnv();
  };
  afterEach(() => configure(null));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return configure;
}
