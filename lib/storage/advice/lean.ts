import type { IndexFact } from "../queries/index-facts";

/** A tuple's header and its pointer on the page; pages are filled to nine tenths when built. */
const ENTRY_BYTES = 8 + 4;
const FILL = 0.9;
const PAGE_BYTES = 8192;
const USABLE = PAGE_BYTES - 24 - 16;

/**
 * Bytes a B-tree would have if it were built anew, from the average widths that ANALYZE found. On the
 * large side: equal entries share their key since PostgreSQL 13. null where nothing was analysed.
 */
export function leanBytes({ method, plain, width, rows }: IndexFact): number | null {
  if (method !== "btree" || !plain || width === null || rows < 1) return null;
  const entry = ENTRY_BYTES + Math.ceil(width / 8) * 8;
  const pages = Math.ceil((rows * entry) / (USABLE * FILL));
  return (pages + 1) * PAGE_BYTES;
}
