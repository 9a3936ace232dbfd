import type { Accents, Range, Term } from "./match";
import type { Token } from "./token";
import { tokenize } from "./tokenize";

/** PostgreSQL keeps that many positions of a lexeme in a row and forgets the later ones. */
const MAX_POSITIONS = 256;

/** A word of a text, as far as the index still knows where it is. */
type Place = { token: Token; lexeme: boolean; exact: boolean };

export type Places = ReadonlyMap<number, Place>;

/** The words of a text by their position. */
export function placesOf(text: string): Places {
  const seen = new Map<string, number>();
  const kept = (form: string) => {
    const count = (seen.get(form) ?? 0) + 1;
    seen.set(form, count);
    return count <= MAX_POSITIONS;
  };
  return new Map(
    tokenize(text).map((token) => {
      const lexeme = kept(token.lexeme);
      const exact = token.exact === token.lexeme ? lexeme : kept(token.exact);
      return [token.position, { token, lexeme, exact }];
    }),
  );
}

type Asked = { accents: Accents; open: boolean };

function fits({ token, lexeme, exact }: Place, wanted: Token, { accents, open }: Asked): boolean {
  if (accents === "exact") return exact && same(token.exact, wanted.exact, open);
  if (lexeme && same(token.lexeme, wanted.lexeme, open)) return true;
  return exact && same(token.exact, wanted.lexeme, open);
}

function same(form: string, wanted: string, open: boolean): boolean {
  return open ? form.startsWith(wanted) : form === wanted;
}

/** Where the words of a term stand one after another; null when it has none. */
export function occurrencesOf(term: Term, places: Places, accents: Accents): Range[] | null {
  const wanted = tokenize(term.text);
  const before = wanted.slice(0, -1);
  const first = wanted[0];
  const last = wanted.at(-1);
  if (!first || !last) return null;
  const open = term.kind === "prefix";
  const found: Range[] = [];
  for (const [position, { token }] of places) {
    const shift = position - first.position;
    const place = places.get(last.position + shift);
    // The last word first: a stranger is told sooner, and it is the one that may go on.
    if (!place || !fits(place, last, { accents, open })) continue;
    if (follow(before, places, shift, accents)) {
      found.push({ start: token.start, end: place.token.end });
    }
  }
  return found;
}

function follow(words: Token[], places: Places, shift: number, accents: Accents): boolean {
  for (const word of words) {
    const place = places.get(word.position + shift);
    if (!place || !fits(place, word, { accents, open: false })) return false;
  }
  return true;
}
