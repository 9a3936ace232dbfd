/**
 * Advisory locks of the database, one number each. Shared by whoever deletes or updates archive rows (in
 * the capture triggers), exclusive for the indexer while it writes a batch.
 */
export const PROJECTION_LOCK = 7_282_002;
/** One adoption or release at a time. */
export const ADOPTION_LOCK = 7_282_003;
/** One set-up at a time. */
export const SETUP_LOCK = 7_282_004;
