import "server-only";
import type { ISql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import { type ChainEnd, type ChainRow, faultOf, GENESIS } from "./chain";

export type AuditVerdict = {
  ok: boolean;
  /** How many entries were found good, from the first on. */
  entries: number;
  firstBad: { seq: number; why: string } | null;
};

const BATCH = 1_000;

/**
 * Walks the whole chain in one snapshot, a batch at a time: flat memory, time linear in the entries.
 * It detects every edit, gap, insertion and reordering, and a tail cut without the head; a tail cut
 * together with a rewritten head needs a checkpoint from outside (docs/security.md).
 */
export function verifyAudit(_grant: Grant<"audit.read">): Promise<AuditVerdict> {
  return pools().audit.begin("isolation level repeatable read read only", async (tx) => {
    let end: ChainEnd = { seq: 0, hash: GENESIS };
    let after: string | null = null;
    for (;;) {
      const rows: ChainRow[] = await batch(tx, after);
      for (const row of rows) {
        const firstBad = faultOf(end, row);
        if (firstBad) return { ok: false, entries: end.seq, firstBad };
        end = { seq: row.seq, hash: row.hash };
      }
      if (rows.length < BATCH) break;
      after = String(end.seq);
    }
    const firstBad = headFault(end, await head(tx));
    return { ok: firstBad === null, entries: end.seq, firstBad };
  });
}

/** The first batch has no lower bound: an entry before number 1 is a forgery, too. */
async function batch(tx: ISql, after: string | null): Promise<ChainRow[]> {
  const rows = await tx<
    (Omit<ChainRow, "seq" | "refersTo"> & { seq: string; refersTo: string | null })[]
  >`
    select seq, ${isoTime(tx, "at")} as at,
      operator_id as "operatorId", operator_name as "operatorName", action, phase, subject,
      refers_to as "refersTo", canonical, previous_hash as "previousHash", hash
    from console.audit_entry
    where ${after === null ? tx`true` : tx`seq > ${after}`}
    order by seq limit ${BATCH}`;
  return rows.map((row) => ({
    ...row,
    seq: Number(row.seq),
    refersTo: row.refersTo === null ? null : Number(row.refersTo),
  }));
}

async function head(tx: ISql): Promise<ChainEnd | null> {
  const [row] = await tx<{ seq: string; hash: string }[]>`
    select seq, hash from console.audit_head where one`;
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

function headFault(end: ChainEnd, stored: ChainEnd | null): AuditVerdict["firstBad"] {
  if (!stored) return { seq: end.seq + 1, why: "the recorded end of the chain is missing" };
  if (stored.seq > end.seq) return { seq: end.seq + 1, why: "missing" };
  if (stored.seq < end.seq)
    return { seq: stored.seq + 1, why: "after the recorded end of the chain" };
  if (stored.hash !== end.hash) return { seq: end.seq, why: "not the recorded end of the chain" };
  return null;
}
