import { LEXEMES_VERSION } from "@/lib/lexemes/token";

/** Goes up when the same row yields another line than before, or is counted elsewhere as well. */
const LINES_VERSION = 3;

/** What the lines of the projection were made by; those of other code are not believed, but made anew. */
export const PROJECTION_VERSION = LINES_VERSION * 1_000 + LEXEMES_VERSION;
