/** A search that is remembered: asked lately, saved, or shared by somebody. */
export type KeptSearch = {
  id: string;
  words: string;
  filters: string;
  /** null: history of oneself. */
  name: string | null;
  shared: boolean;
  /** null: one's own; else the name of the operator who shares it. */
  by: string | null;
  /** Unix seconds. */
  usedAt: number;
};

export type KeptSearches = {
  /** One's own and shared ones, by name. */
  saved: KeptSearch[];
  /** One's own without a name, newest first. */
  recent: KeptSearch[];
};

export const MAX_NAME_LENGTH = 80;

/** What the box takes, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 2_000;

/** What nobody named is forgotten after this time. */
export const HISTORY_DAYS = 30;
