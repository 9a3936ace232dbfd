import type { database } from "@/lib/i18n/en/database";

/** What an index is good for, by the sentence that says it. */
export type IndexUse = keyof typeof database.indexUses;

/** Why the advice is what it is, by the sentence that says it. */
export type IndexReason = keyof typeof database.indexReasons;
