/** In console.schedule. */
export const SAMPLE_SCHEDULE = "storage.sample";
export const COPIES_SCHEDULE = "storage.copies";
