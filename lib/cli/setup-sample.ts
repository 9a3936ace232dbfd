import "server-only";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Sql } from "postgres";
import { samplePaths } from "@/lib/prosody/config/paths";
import { SAMPLE_COMPONENTS, SAMPLE_CONFIG, SAMPLE_ENV } from "@/lib/prosody/config/sample";

const DEMO_HOST = "northquay.example";

/**
 * Puts the demo's configuration into the data folder, each file only where it is not there yet. Not beside an
 * archive of the operator's own, which the demo leaves alone.
 */
export async function placeSampleConfig(sql: Sql, munimentData: string): Promise<void> {
  const isDemo = await sql`select from prosodyarchive where host = ${DEMO_HOST} limit 1`;
  if (isDemo.length === 0) return;
  const { folder, config, managed, envFile } = samplePaths(munimentData);
  await mkdir(path.dirname(managed), { recursive: true, mode: 0o700 });
  await place(config, SAMPLE_CONFIG);
  await place(path.join(folder, "components.cfg.lua"), SAMPLE_COMPONENTS);
  await place(envFile, SAMPLE_ENV);
}

async function place(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
