import "server-only";
import { pools } from "@/lib/db/pools";
import { chainIdentity } from "./chain-identity";
import { appendCheckpoint, lastCheckpoint } from "./checkpoint-file";

export type CheckpointResult =
  | { kept: boolean; brokenAt: null }
  /** The chain is no longer the one that was signed: of this entry. Nothing is signed then. */
  | { kept: false; brokenAt: { seq: number; signedAt: string } };

type End = { seq: string; hash: string };

/**
 * Signs where the trail ends now and keeps that outside the database, unless nothing was written since.
 * What was signed last must still be there: a changed chain is never signed over.
 */
export async function keepCheckpoint(): Promise<CheckpointResult> {
  const sql = pools().jobs;
  const database = await chainIdentity(sql);
  const last = await lastCheckpoint(database);
  const [end] = await sql<End[]>`
    select seq, hash from console.audit_head where one`;
  const kept = last && (await entryHash(last.seq));
  if (last && (kept !== last.hash || Number(end?.seq ?? 0) < last.seq)) {
    return { kept: false, brokenAt: { seq: last.seq, signedAt: last.at } };
  }
  const seq = Number(end?.seq ?? 0);
  if (!end || seq === (last?.seq ?? 0)) return { kept: false, brokenAt: null };
  await appendCheckpoint(database, { seq, hash: end.hash, at: new Date().toISOString() });
  return { kept: true, brokenAt: null };
}

async function entryHash(seq: number): Promise<string | null> {
  const [row] = await pools().jobs<{ hash: string }[]>`
    select hash from console.audit_entry where seq = ${seq}`;
  return row?.hash ?? null;
}
