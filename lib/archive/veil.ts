import type { Said } from "./views";

/** How much of a body a list shows; the page of one message shows all of it. */
export const LIST_CHARACTERS = 4_000;

/**
 * The one place that decides whether words leave the server. Without a reading it is shut: then even
 * short claims (media types, names of payloads) are left out by to-view.ts, which asks `open`.
 */
export type Veil = {
  readonly open: boolean;
  say(text: string): Said;
};

/** Says how long a text is (in characters, not UTF-16 units), never what it is. */
export const SHUT: Veil = {
  open: false,
  say: (text) => ({ closed: true, characters: countCharacters(text) }),
};

/** `limit` in characters; null shows everything. Only for code that holds a Reading. */
export function openVeil(limit: number | null): Veil {
  return {
    open: true,
    say(text) {
      if (limit === null || text.length <= limit) return { closed: false, text, cut: false };
      const shown = firstCharacters(text, limit);
      return { closed: false, text: shown, cut: shown.length < text.length };
    },
  };
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Never cuts a surrogate pair in half. */
function firstCharacters(text: string, limit: number): string {
  let end = 0;
  let count = 0;
  for (const character of text) {
    if (count === limit) break;
    end += character.length;
    count += 1;
  }
  return text.slice(0, end);
}
