import { createHash } from "node:crypto";

/** Longer ids do not fit into a line of a B-tree (2704 bytes), and nobody needs them legible. */
const LONGEST = 255;

/**
 * An id as the projection stores it (`stanza_id`, `origin_id`, `target_id`): itself, or a hash when a
 * client chose a very long one. Whoever looks an id up must pass it through here first.
 */
export function indexId(id: string): string;
export function indexId(id: string | null): string | null;
export function indexId(id: string | null): string | null {
  if (id === null || id.length <= LONGEST) return id;
  return `sha256:${createHash("sha256").update(id).digest("hex")}`;
}
