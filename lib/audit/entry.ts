import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";

export type AuditEntryProof = {
  seq: number;
  /** RFC 8785 JSON, as it was hashed. */
  canonical: string;
  /** Lower-case hex. */
  previousHash: string;
  hash: string;
};

/** What proves one entry: its canonical text and both hashes. Null when there is no such number. */
export async function getAuditProof(
  _grant: Grant<"audit.read">,
  seq: number,
): Promise<AuditEntryProof | null> {
  const [row] = await pools().interactive<(Omit<AuditEntryProof, "seq"> & { seq: string })[]>`
    select seq, canonical, previous_hash as "previousHash", hash
    from console.audit_entry where seq = ${seq}`;
  return row ? { ...row, seq: Number(row.seq) } : null;
}
