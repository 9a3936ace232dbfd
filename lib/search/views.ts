import type { IndexProgress } from "@/lib/archive/projection/status";
import type { MessageView, ReadingView } from "@/lib/archive/views";
import type { Is } from "./language/query";

/** UTF-16 offsets into the shown text; sorted, never overlapping. */
export type Highlight = { start: number; end: number };

/** One stored message as a line: the row itself, unfolded. Without a reading its words are closed. */
export type HitLine = {
  message: MessageView;
  highlights: Highlight[];
  /** What became of it since, by rows that are hits of their own. */
  changed: Is[];
};

export type Hit = {
  /** Whose archive the row is in. */
  owner: { host: string; user: string; jid: string; isRoom: boolean; name: string | null };
  /** The other side (bare JID); null in rooms. */
  peer: string | null;
  peerName: string | null;
  line: HitLine;
  /** The messages before and after it in the same conversation; null: it begins or ends here. */
  before: HitLine | null;
  after: HitLine | null;
};

/** How far the index was when it was asked. */
export type IndexState = {
  /** Rows stored and not yet in the index. */
  lagRows: number;
  /** It is being built, and how far that is; what it has not reached is not found yet. */
  building: IndexProgress | null;
  /** The indexer does not get on. */
  stalled: boolean;
};

/** What was really searched, so that nobody takes silence for absence. */
export type Searched = IndexState & {
  /** Readings the words were searched under; null: no words were searched, text is closed. */
  readings: (ReadingView & { host: string | null; user: string | null })[] | null;
  /** The statement timeout was reached: what is shown is right, but there may be more below. */
  cut: boolean;
  /** Names that nobody in the archive has, as typed: why a filter finds nothing. */
  unknownNames: string[];
  /** Pieces of text were looked for message by message, and why; null: by an index. */
  unindexed: Unindexed | null;
};

/**
 * extension: this server has no pg_trgm. building: its index is not there yet. short: no three letters of
 * what was asked stand together.
 */
export type Unindexed = "extension" | "building" | "short";

export type SearchPage = {
  /** In the order asked for. */
  hits: Hit[];
  /** Opaque and exclusive; null: no more. */
  next: string | null;
  searched: Searched;
  elapsedMs: number;
};

/** `exact` false: an estimate, shown with ≈. */
export type MatchCount = { count: number; exact: boolean; elapsedMs: number };

/** Calendar months in the zone of the lens (`2026-03`), without a gap from the first to the last. */
export type MatchMonths = { months: { month: string; count: number }[]; exact: boolean };
