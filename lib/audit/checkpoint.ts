import { type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "./canonical";
import type { ChainEnd } from "./chain";

/** The end of the chain as it was at a moment, signed (Ed25519, RFC 8032) and kept outside the database. */
export type Checkpoint = ChainEnd & {
  /** ISO 8601, UTC. */
  at: string;
};

const signed = ({ seq, hash, at }: Checkpoint) =>
  Buffer.from(canonicalJson({ at, hash, seq, v: 1 }), "utf8");

/** One line of JSON, with its line break: the signed fields, and the signature in base64. */
export function checkpointLine(checkpoint: Checkpoint, key: KeyObject): string {
  const signature = sign(null, signed(checkpoint), key).toString("base64");
  const { seq, hash, at } = checkpoint;
  return `${canonicalJson({ at, hash, seq, signature, v: 1 })}\n`;
}

/** null for what is not a line of ours, whole and unchanged. */
export function readCheckpoint(line: string, key: KeyObject): Checkpoint | null {
  try {
    const { v, at, seq, hash, signature } = JSON.parse(line) as Record<string, unknown>;
    if (v !== 1 || typeof at !== "string" || typeof seq !== "number") return null;
    if (typeof hash !== "string" || typeof signature !== "string") return null;
    const checkpoint = { seq, hash, at };
    return verify(null, signed(checkpoint), key, Buffer.from(signature, "base64"))
      ? checkpoint
      : null;
  } catch {
    return null;
  }
}
