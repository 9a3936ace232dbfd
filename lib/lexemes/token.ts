/**
 * A word of a text as it is searched. `start` and `end` (exclusive) are UTF-16 offsets into the text
 * that was given; `position` counts words from 1, and a word too long to keep still takes one.
 */
export type Token = {
  /** Folded: lower case, compatibility forms undone, accents of Latin, Greek and Cyrillic dropped. */
  lexeme: string;
  /** As `lexeme`, but with its accents. */
  exact: string;
  position: number;
  start: number;
  end: number;
};

/** Goes up when the same text yields other lexemes than before: the index must then be built anew. */
export const LEXEMES_VERSION = 1;

/** PostgreSQL keeps no position above this one; words that come later are not indexed. */
export const MAX_POSITION = 16_383;

/** UTF-16 units. Longer words (blobs, mostly) are dropped and leave a gap. */
export const MAX_LEXEME = 255;
