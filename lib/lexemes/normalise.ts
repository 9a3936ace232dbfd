import { CLINGS, traitsOf, UNSTABLE } from "./characters";

/** A text in compatibility form (NFKC), and which piece of the original each of its units came from. */
export type View = {
  text: string;
  /** null: the text is the original itself. */
  origin: { starts: Int32Array; ends: Int32Array } | null;
};

/** Stacks of marks are normalised in pieces: ordering one long stack takes time by its square. */
const MAX_CHUNK = 64;

export function normalise(text: string): View {
  return isNormal(text) ? { text, origin: null } : rebuild(text);
}

/** Close enough to NFKC: what only separates words may stay as it is. */
function isNormal(text: string): boolean {
  let clings = false;
  let stack = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!;
    const traits = codePoint < 0x80 ? 0 : traitsOf(codePoint);
    if (codePoint > 0xffff) at++;
    stack = traits & CLINGS ? stack + 1 : 0;
    if (traits & UNSTABLE || stack > MAX_CHUNK) return false;
    if (stack > 0) clings = true;
  }
  return !clings || text.normalize("NFKC") === text;
}

function rebuild(text: string): View {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = chunkEnd(text, at);
    const chunk = text.slice(at, end);
    const normal = isPlain(text, at, end) ? chunk : chunk.normalize("NFKC");
    parts.push(normal);
    for (let unit = 0; unit < normal.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text: parts.join(""),
    origin: { starts: Int32Array.from(starts), ends: Int32Array.from(ends) },
  };
}

/** One character with all that may merge with it. */
function chunkEnd(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (end < text.length && end - start < MAX_CHUNK) {
    const codePoint = text.codePointAt(end)!;
    if (codePoint < 0x300 || !(traitsOf(codePoint) & CLINGS)) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

function isPlain(text: string, start: number, end: number): boolean {
  const codePoint = text.codePointAt(start)!;
  return end - start === (codePoint > 0xffff ? 2 : 1) && !(traitsOf(codePoint) & UNSTABLE);
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
