import "server-only";
import type { Sql } from "postgres";
import { isFinal } from "@/lib/approvals/threshold";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { type Declared, declaredExpiry } from "@/lib/expiry/declared";
import { type ProsodyConfig, readProsodyConfig } from "@/lib/prosody/config/read";
import { optionFor } from "@/lib/prosody/lua-config/look-up";
import { resolveValue } from "@/lib/prosody/lua-config/value";
import { versionEvidence } from "@/lib/prosody/version-evidence";
import type { PolicyChange } from "../change";
import { configWith } from "../config-with";
import type { Blast, BlastPart } from "../views";
import { countBefore, countOverLimit, countOwners } from "./blast-rows";

/**
 * What changes would let go: of each store whose expiry becomes another one the rows that the next daily runs
 * delete and the present rule would not. Counted from the sums of days and the owners, so it takes milliseconds
 * whatever the size of the archive; right to the quarter-hour.
 */
export async function blastRadius(
  _grant: Grant<"policy.read"> | Grant<"policy.write">,
  changes: readonly PolicyChange[],
): Promise<Blast> {
  const began = performance.now();
  const config = readProsodyConfig();
  const counted = config !== null && (await isProjected());
  const { version } = await versionEvidence();
  const sql = pools().interactive;
  const then = config && configWith(config, changes);
  const before = config ? declaredExpiry(config, version) : [];
  const after = then ? declaredExpiry(then, version) : [];
  const parts: BlastPart[] = [];
  for (const next of counted ? after : []) {
    const now = before.find((it) => it.host === next.host && it.store === next.store);
    if (now && now.expiresAfterSeconds !== next.expiresAfterSeconds) {
      parts.push(await countPart(sql, now, next));
    }
  }
  const overLimit = counted && config && then ? await overLimits(sql, config, then, after) : null;
  const [rows, bytes, of] = [sum(parts, "rows"), sum(parts, "bytes"), sum(parts, "of")];
  const lost = rows + (overLimit?.rows ?? 0);
  const needsSecond = isFinal(lost, of) || parts.some((it) => isFinal(it.rows, it.of));
  const elapsedMs = performance.now() - began;
  const state = counted ? "ready" : "uncounted";
  return { state, parts, rows: lost, bytes, of, overLimit, needsSecond, elapsedMs };
}

const sum = (parts: BlastPart[], what: "rows" | "bytes" | "of") =>
  parts.reduce((total, it) => total + it[what], 0);

async function countPart(sql: Sql, now: Declared, next: Declared): Promise<BlastPart> {
  const { host, store } = next;
  const asOf = Math.floor(Date.now() / 1_000);
  const cutoffOf = ({ expiresAfterSeconds: it }: Declared) =>
    typeof it === "number" ? asOf - it : null;
  const [was, cutoff] = [cutoffOf(now), cutoffOf(next)];
  const none = { rows: 0, bytes: 0 };
  const [lost, anyway, owners] = await Promise.all([
    cutoff === null ? none : countBefore(sql, { host, store, cutoff }),
    was === null ? none : countBefore(sql, { host, store, cutoff: was }),
    countOwners(sql, { host, store, cutoff }),
  ]);
  const longer = was !== null && cutoff !== null && cutoff <= was;
  return {
    host,
    store,
    before: now.expiresAfterSeconds,
    after: next.expiresAfterSeconds,
    cutoff: longer ? null : cutoff,
    rows: Math.max(0, lost.rows - anyway.rows),
    bytes: Math.max(0, lost.bytes - anyway.bytes),
    of: owners.rows,
    owners: longer ? 0 : owners.losing,
    ownersOf: owners.owners,
    ownersWhole: longer ? 0 : owners.whole,
    oldest: longer ? null : owners.oldest,
  };
}

async function overLimits(
  sql: Sql,
  config: ProsodyConfig,
  then: ProsodyConfig,
  stores: readonly Declared[],
): Promise<Blast["overLimit"]> {
  const counts: { owners: number; rows: number }[] = [];
  for (const { host, store } of stores.filter((it) => it.store !== "uploads")) {
    const limit = limitOn(then, host);
    if (limit === null || limit === limitOn(config, host)) continue;
    counts.push(await countOverLimit(sql, { host, store, limit }));
  }
  if (counts.length === 0) return null;
  return counts.reduce((a, b) => ({ owners: a.owners + b.owners, rows: a.rows + b.rows }));
}

function limitOn(config: ProsodyConfig, host: string): number | null {
  const option = optionFor(config.lua, host, "storage_archive_item_limit");
  const resolved = option && resolveValue(option.value, config.environment);
  return resolved?.known && typeof resolved.value === "number" ? resolved.value : null;
}
