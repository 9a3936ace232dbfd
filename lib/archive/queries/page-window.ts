import type { Place } from "../criteria";
import { type Position, positionCursor } from "../cursor";

/** Rows of one page, oldest first, and whether there are more on either side. */
export type PageWindow<R> = { rows: R[]; older: string | null; newer: string | null };

/**
 * Rows in the direction of travel. Fewer than asked for are the last ones, unless `lookedTo` says that
 * the search was given up there and the archive goes on.
 */
export type Stretch<R> = { rows: R[]; lookedTo: Position | null };

/** What a page is cut from: the rows of one archive in both directions, by (stamp, row id). */
export type Walk<R> = {
  /** Newest first. */
  before(from: Position | null, limit: number, inclusive?: boolean): Promise<Stretch<R>>;
  /** Oldest first. */
  after(from: Position | null, limit: number, inclusive?: boolean): Promise<Stretch<R>>;
};

/** A place with the row id or the date already turned into a position. */
export type ResolvedPlace =
  | Exclude<Place, { kind: "row" | "date" }>
  | { kind: "around"; position: Position; rowsBefore: number };

/**
 * One page by keyset. One row more than wanted is asked for in the direction of travel, so that
 * `older` and `newer` are exact there; where the reader came from there is always something.
 */
export async function walkPage<R extends Position>(
  walk: Walk<R>,
  place: ResolvedPlace,
  limit: number,
): Promise<PageWindow<R>> {
  switch (place.kind) {
    case "newest":
      return older(await walk.before(null, limit + 1), limit, false);
    case "before":
      return older(await walk.before(place.position, limit + 1), limit, true);
    case "oldest":
      return newer(await walk.after(null, limit + 1), limit, false);
    case "after":
      return newer(await walk.after(place.position, limit + 1), limit, true);
    case "around":
      return around(walk, place.position, place.rowsBefore, limit);
  }
}

function older<R extends Position>(found: Stretch<R>, limit: number, more: boolean): PageWindow<R> {
  const rows = found.rows.slice(0, limit).reverse();
  return {
    rows,
    older: found.rows.length > limit ? first(rows) : cursorOf(found.lookedTo),
    newer: more ? last(rows) : null,
  };
}

function newer<R extends Position>(found: Stretch<R>, limit: number, more: boolean): PageWindow<R> {
  const rows = found.rows.slice(0, limit);
  return {
    rows,
    older: more ? first(rows) : null,
    newer: found.rows.length > limit ? last(rows) : cursorOf(found.lookedTo),
  };
}

async function around<R extends Position>(
  walk: Walk<R>,
  position: Position,
  rowsBefore: number,
  limit: number,
): Promise<PageWindow<R>> {
  const [back, on] = await Promise.all([
    walk.before(position, rowsBefore + 1),
    walk.after(position, limit - rowsBefore + 1, true),
  ]);
  const rowsAfter = limit - rowsBefore;
  const rows = [...back.rows.slice(0, rowsBefore).reverse(), ...on.rows.slice(0, rowsAfter)];
  return {
    rows,
    older:
      back.rows.length > rowsBefore
        ? (first(rows) ?? positionCursor(position))
        : cursorOf(back.lookedTo),
    newer: on.rows.length > rowsAfter ? last(rows) : cursorOf(on.lookedTo),
  };
}

function cursorOf(position: Position | null): string | null {
  return position && positionCursor(position);
}

function first(rows: Position[]): string | null {
  return rows[0] ? positionCursor(rows[0]) : null;
}

function last(rows: Position[]): string | null {
  const row = rows.at(-1);
  return row ? positionCursor(row) : null;
}
