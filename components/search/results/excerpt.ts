import type { Highlight } from "@/lib/search/views";

export type Excerpt = { text: string; ranges: Highlight[]; begins: boolean; ends: boolean };

/** UTF-16 units of a message that a list shows. */
const LONGEST = 360;
/** So much stands before the first found word when the beginning is left out. */
const LEAD = 60;
const LINES_BEFORE = 2;

/**
 * The part of a text around its first found words. `begins` and `ends`: nothing was left out there.
 * Never cuts a surrogate pair or a letter from its marks.
 */
export function excerptOf(text: string, ranges: readonly Highlight[]): Excerpt {
  const first = ranges[0]?.start ?? 0;
  const start = startOf(text, first);
  const end = endOf(text, start);
  return {
    text: text.slice(start, end),
    ranges: ranges
      .filter((it) => it.start < end && it.end > start)
      .map((it) => ({
        start: Math.max(0, it.start - start),
        end: Math.min(end, it.end) - start,
      })),
    begins: start === 0,
    ends: end === text.length,
  };
}

function startOf(text: string, first: number): number {
  const lines = text.slice(0, first).split("\n");
  const near = first < LONGEST * 0.6;
  if (near && lines.length <= LINES_BEFORE + 1) return 0;
  const lastLines = lines.slice(-1 - LINES_BEFORE).join("\n").length;
  const wanted = Math.max(near ? 0 : first - LEAD, first - lastLines);
  if (wanted <= 0) return 0;
  // From the beginning of a word where there is one close by.
  const space = text.slice(wanted, first).search(/\s\S/);
  return whole(text, space >= 0 && space < LEAD / 2 ? wanted + space + 1 : wanted);
}

function endOf(text: string, start: number): number {
  const wanted = start + LONGEST;
  if (wanted >= text.length) return text.length;
  const back = text.slice(wanted - LEAD / 2, wanted).search(/\s\S*$/);
  return whole(text, back >= 0 ? wanted - LEAD / 2 + back : wanted);
}

/** What goes with the character before it: marks, joiners, the second half of a pair. */
const JOINS = /^(?:\p{M}|\u200d|\p{Cs})/u;

/** The nearest place before this one where a character begins. */
function whole(text: string, at: number): number {
  let place = at;
  while (place > 0 && JOINS.test(text.slice(place, place + 2))) place -= 1;
  return place;
}
