import type { Range } from "./match";

/**
 * Where a piece of text stands, upper and lower case alike, as ILIKE finds it. null for nothing but
 * spaces. Occurrences do not overlap.
 */
export function substringsOf(piece: string, text: string): Range[] | null {
  if (piece.trim() === "") return null;
  const wanted = lower(piece).text;
  const { text: lowered, origin } = lower(text);
  const found: Range[] = [];
  for (
    let at = lowered.indexOf(wanted);
    at >= 0;
    at = lowered.indexOf(wanted, at + wanted.length)
  ) {
    const end = at + wanted.length;
    found.push({ start: origin?.[at] ?? at, end: origin?.[end] ?? end });
  }
  return found;
}

type Lowered = {
  text: string;
  /** Offsets of the original by those of the text, where they differ. */
  origin: number[] | null;
};

function lower(text: string): Lowered {
  // One character at a time: what PostgreSQL does, and the sigma at the end of a word stays alike.
  const origin: number[] = [];
  let lowered = "";
  let at = 0;
  for (const character of text) {
    const small = character.toLowerCase();
    for (let unit = 0; unit < small.length; unit++) origin.push(at);
    lowered += small;
    at += character.length;
  }
  origin.push(at);
  return { text: lowered, origin };
}
