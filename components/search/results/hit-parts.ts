import type { Highlight } from "@/lib/search/views";
import { type Segment, segments } from "@/lib/xmpp/visible-text";

export type Piece = { at: number; text: string; hit: boolean };
export type HitPart = { at: number; segment: Segment; pieces: Piece[] };

/**
 * A stranger's text cut into what may be shown (lib/xmpp/visible-text) and each of these into found and
 * not found. A part that cannot be seen is one piece: found when any of it is.
 */
export function hitParts(text: string, ranges: readonly Highlight[]): HitPart[] {
  let at = 0;
  return segments(text).map((segment) => {
    const begin = at;
    at += segment.text.length;
    if (segment.type === "mark") {
      const hit = ranges.some((it) => it.start < at && it.end > begin);
      return { at: begin, segment, pieces: [{ at: begin, text: segment.text, hit }] };
    }
    return { at: begin, segment, pieces: cut(segment.text, begin, ranges) };
  });
}

function cut(text: string, begin: number, ranges: readonly Highlight[]): Piece[] {
  const end = begin + text.length;
  const pieces: Piece[] = [];
  let at = begin;
  const put = (upTo: number, hit: boolean) => {
    if (upTo > at) pieces.push({ at, text: text.slice(at - begin, upTo - begin), hit });
    at = Math.max(at, upTo);
  };
  for (const range of ranges) {
    if (range.end <= begin || range.start >= end) continue;
    put(Math.max(begin, range.start), false);
    put(Math.min(end, range.end), true);
  }
  put(end, false);
  return pieces;
}
