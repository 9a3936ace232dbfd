import "server-only";
import { readFile, statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";

/**
 * Bytes that are free where the database stands. Only of the embedded one: of any other nobody but its
 * own machine knows. null: not known.
 */
export async function freeBytes(): Promise<number | null> {
  const { databaseUrl, munimentData } = env();
  try {
    const record = await readFile(path.join(munimentData, "postgres.json"), "utf8");
    const { port }: { port?: number } = JSON.parse(record);
    const url = new URL(databaseUrl ?? "");
    if (url.hostname !== "127.0.0.1" || Number(url.port) !== port) return null;
    const { bavail, bsize } = await statfs(munimentData);
    return bavail * bsize;
  } catch {
    return null;
  }
}
