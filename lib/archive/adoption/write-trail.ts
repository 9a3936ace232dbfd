import "server-only";
import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { Sql } from "postgres";
import { env } from "@/lib/env";

/**
 * The whole audit trail, one JSON line per entry (`seq`, `previousHash`, `hash`, `canonical`), in
 * MUNIMENT_DATA, readable for its owner only. Returns the file's path once it is on the disk.
 */
export async function writeTrail(sql: Sql): Promise<string> {
  const folder = env().munimentData;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const file = path.join(folder, `audit-trail-${stamp}.jsonl`);
  const handle = await open(file, "wx", 0o600);
  try {
    const entries = sql<{ seq: string; previousHash: string; hash: string; canonical: string }[]>`
      select seq::text as seq, previous_hash as "previousHash", hash, canonical
      from console.audit_entry e order by e.seq`;
    for await (const rows of entries.cursor(500)) {
      await handle.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return file;
}
