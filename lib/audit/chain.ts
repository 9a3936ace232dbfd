import { createHash } from "node:crypto";
import { canonicalJson, type JsonObject } from "./canonical";

export const GENESIS = "0".repeat(64);

/** A row of `console.audit_entry`, `at` as in the canonical text. */
export type ChainRow = {
  seq: number;
  at: string;
  operatorId: string;
  operatorName: string;
  action: string;
  phase: string;
  subject: string;
  refersTo: number | null;
  canonical: string;
  previousHash: string;
  hash: string;
};

export type ChainEnd = { seq: number; hash: string };

/** Lower-case hex of SHA-256(previous hash ‖ canonical), both as UTF-8. */
export function chainHash(previousHash: string, canonical: string): string {
  return createHash("sha256")
    .update(previousHash + canonical, "utf8")
    .digest("hex");
}

/**
 * Says what is wrong with `row` as the successor of `end`, or null. `seq` is the first number that
 * cannot be trusted: of a gap, the number that is missing.
 */
export function faultOf(end: ChainEnd, row: ChainRow): { seq: number; why: string } | null {
  const { seq } = row;
  if (seq > end.seq + 1) return { seq: end.seq + 1, why: "missing" };
  if (seq !== end.seq + 1) return { seq, why: "outside the sequence" };
  if (row.previousHash !== end.hash) return { seq, why: "does not follow the entry before it" };
  if (row.hash !== chainHash(end.hash, row.canonical)) return { seq, why: "hash does not match" };
  const why = columnFault(row);
  return why ? { seq, why } : null;
}

const REPEATED = [
  "seq",
  "at",
  "operatorId",
  "operatorName",
  "action",
  "phase",
  "subject",
  "refersTo",
] as const;

function columnFault(row: ChainRow): string | null {
  const entry = parseCanonical(row.canonical);
  if (!entry) return "not canonical JSON";
  const column = REPEATED.find((name) => entry[name] !== row[name]);
  return column ? `column ${column} differs from the canonical text` : null;
}

/** The entry, or null when the text is not exactly the RFC 8785 form of an object. */
export function parseCanonical(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const entry = value as JsonObject;
    return canonicalJson(entry) === text ? entry : null;
  } catch {
    return null;
  }
}
