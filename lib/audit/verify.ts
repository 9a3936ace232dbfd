import "server-only";
import type { ISql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import { type ChainEnd, type ChainRow, faultOf, GENESIS } from "./chain";
import { chainIdentity } from "./chain-identity";
import { type CheckpointList, readCheckpoints } from "./checkpoint-file";

export type AuditVerdict = {
  ok: boolean;
  /** How many entries were found good, from the first on. */
  entries: number;
  firstBad: { seq: number; why: string } | null;
  /**
   * Signed notes of the chain's end outside the database, all of which the chain agrees with when it is ok;
   * `strange`: lines of their file that were not signed by us. null: none were ever made on this machine.
   */
  checkpoints: { count: number; last: { seq: number; at: string } | null; strange: number } | null;
};

const BATCH = 1_000;

/**
 * Walks the whole chain in one snapshot, a batch at a time: flat memory, time linear in the entries.
 * It detects every edit, gap, insertion and reordering, and a cut tail. A tail cut together with a
 * rewritten head, and a chain made anew, are detected by the checkpoints (docs/security.md).
 */
export async function verifyAudit(_grant: Grant<"audit.read">): Promise<AuditVerdict> {
  const sql = pools().audit;
  // Before the snapshot, which then has all that was signed.
  const list = await readCheckpoints(await chainIdentity(sql));
  const { entries, firstBad } = await sql.begin("isolation level repeatable read read only", (tx) =>
    walk(tx, new Map(list?.good.map(({ seq, hash }) => [seq, hash]))),
  );
  return { ok: firstBad === null, entries, firstBad, checkpoints: list && summaryOf(list) };
}

function summaryOf({ good, strange }: CheckpointList): AuditVerdict["checkpoints"] {
  const last = good.at(-1);
  return { count: good.length, last: last ? { seq: last.seq, at: last.at } : null, strange };
}

type Walk = Pick<AuditVerdict, "entries" | "firstBad">;

/** `signed`: what checkpoints say of some entries, seq → hash. */
async function walk(tx: ISql, signed: ReadonlyMap<number, string>): Promise<Walk> {
  let end: ChainEnd = { seq: 0, hash: GENESIS };
  let after: string | null = null;
  for (;;) {
    const rows: ChainRow[] = await batch(tx, after);
    for (const row of rows) {
      const firstBad = faultOf(end, row) ?? signatureFault(row, signed);
      if (firstBad) return { entries: end.seq, firstBad };
      end = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < BATCH) break;
    after = String(end.seq);
  }
  const cut = [...signed.keys()].some((seq) => seq > end.seq);
  const missing = { seq: end.seq + 1, why: "missing, but a checkpoint has signed it" };
  return { entries: end.seq, firstBad: cut ? missing : headFault(end, await head(tx)) };
}

function signatureFault({ seq, hash }: ChainRow, signed: ReadonlyMap<number, string>) {
  const expected = signed.get(seq);
  return expected === undefined || expected === hash
    ? null
    : { seq, why: "not the entry that a checkpoint has signed" };
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
