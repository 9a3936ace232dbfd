import type { Accents, Match } from "@/lib/lexemes/match";
import type { MessageKind } from "@/lib/xmpp/kinds";

/** Any of `include` (when there is one) and none of `exclude`. */
export type Choice<T extends string> = { include: T[]; exclude: T[] };

/** Names as they were typed; who that is, only the server knows. */
export type Names = Choice<string>;

export const HAS = ["file", "link", "encrypted"] as const;
export type Has = (typeof HAS)[number];

export const IS = ["edited", "retracted"] as const;
export type Is = (typeof IS)[number];

export type Filters = {
  from: Names;
  to: Names;
  with: Names;
  /** A room or a host. */
  in: Names;
  host: Names;
  kind: Choice<MessageKind>;
  /** All of `include`: has:file has:link wants both. */
  has: Choice<Has>;
  is: Choice<Is>;
  id: Names;
  /** Moments as typed and valid, see `dateRange`. All of them hold. */
  after: string[];
  before: string[];
  /** From on: and during:. */
  within: string[];
};

export type Order = "newest" | "oldest";

export type ChipKind =
  | "word"
  | "phrase"
  | "prefix"
  | "substring"
  | "from"
  | "to"
  | "with"
  | "in"
  | "host"
  | "kind"
  | "has"
  | "is"
  | "id"
  | "after"
  | "before"
  | "on"
  | "during"
  | "order"
  | "accents"
  /** Asked nothing: only punctuation, or an operator without a value. */
  | "ignored";

/** One thing that was understood. Words for `kind` are the page's. */
export type Chip = {
  kind: ChipKind;
  value: string;
  negative: boolean;
  /** Joined by OR to the chip before it. */
  or: boolean;
  /** The piece of the text it came from (end exclusive), with the OR that would be left over. */
  start: number;
  end: number;
};

export type Query = {
  /** Text terms only, never facets; null: no words. */
  words: Match | null;
  filters: Filters;
  order?: Order;
  /** The terms of `words` are pieces of text instead of words. */
  substring: boolean;
  accents: Accents;
  understood: Chip[];
};
