/**
 * INDEX_CLEANUP ON: without it PostgreSQL 12 and newer may leave dead entries in the indexes. TRUNCATE OFF:
 * giving the empty end of a table back takes the one lock that stops Prosody.
 */
export const vacuumStatement = (table: string): string =>
  `vacuum (index_cleanup on, truncate off) ${table}`;

export const analyzeStatement = (table: string): string => `analyze ${table}`;

export const dropStatement = (target: string): string =>
  `drop index concurrently if exists ${target}`;

export const reindexStatement = (target: string): string => `reindex index concurrently ${target}`;
