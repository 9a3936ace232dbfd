import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { resetEnv } from "@/lib/env";

/** Gives the test file a MUNIMENT_DATA of its own, removed afterwards; returns where it is. */
export function useDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "muniment-data-"));
  const before = process.env.MUNIMENT_DATA;
  beforeAll(() => {
    process.env.MUNIMENT_DATA = folder;
    resetEnv();
  });
  afterAll(() => {
    if (before === undefined) delete process.env.MUNIMENT_DATA;
    else process.env.MUNIMENT_DATA = before;
    resetEnv();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
