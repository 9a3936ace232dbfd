export const HOLD_KINDS = ["person", "room", "conversation", "host"] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** What a hold keeps. Dates are Unix seconds, both inclusive; null: open. */
export type HoldScope = {
  kind: HoldKind;
  host: string;
  /** null: the whole host. */
  user: string | null;
  /** The other side of a conversation. */
  peer: string | null;
  from: number | null;
  until: number | null;
};

export type HoldView = HoldScope & {
  id: number;
  reason: string;
  operator: string;
  /** Unix seconds, rounded up: what was there then is kept. */
  inForceSince: number;
  releasedAt: number | null;
};

/** What a scope covers now; counted along, never on the way. */
export type HoldCover = {
  /** Archive rows; null: there is no index yet. */
  rows: number | null;
  /** null: not known for a conversation without looking at each row. */
  bytes: number | null;
  /** Owners, rooms among them; null: there is no index yet. */
  owners: number | null;
  /** Whole months were counted where the dates cut one. */
  estimate: boolean;
  /** The archive's table has no column for the other side, so the whole archives of both are kept. */
  wholeArchives: boolean;
};

/** What was kept on one day, `2026-03-02`. */
export type HeldDay = { day: string; deleted: number; changed: number };

/** What was kept because Prosody or somebody else deleted or changed it. */
export type HeldCount = {
  deleted: number;
  changed: number;
  /** Unix seconds of the last of them. */
  last: number | null;
  /** There are more than were counted. */
  more: boolean;
};
