/**
 * Advisory locks of the database, one number each. Shared by whoever deletes or updates archive rows (in
 * the capture triggers), exclusive for the indexer while it writes a batch.
 */
export const PROJECTION_LOCK = 7_282_002;
/** One adoption or release at a time. */
export const ADOPTION_LOCK = 7_282_003;
/** One set-up at a time. */
export const SETUP_LOCK = 7_282_004;
/** One large first build of the index at a time. */
export const BUILD_LOCK = 7_282_005;
/** With the hash of an operator: one change of their search history at a time. */
export const HISTORY_LOCK = 7_282_006;
