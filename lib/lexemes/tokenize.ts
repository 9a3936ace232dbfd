import type { Token } from "./token";
import { TokenList } from "./token-list";
import { tokenizeAny } from "./tokenize-any";

const NOT_ASCII = 128;

/** Of ASCII: 0 separates, 1 stands as it is, 2 is upper case, 3 is the underscore. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[a-z0-9]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 2;
  return character === "_" ? 3 : 0;
});

/**
 * The words of a text in their order: runs of letters, digits, marks and inner underscores; everything
 * else separates, so `alice@example.org` is three words. Each character of Chinese, Japanese, Korean
 * and Thai is a word, and each emoji. Pure and total: any text, even broken UTF-16, has an answer.
 */
export function tokenize(text: string): Token[] {
  const list = new TokenList();
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= NOT_ASCII) return tokenizeAny(text);
    const kind = ASCII[unit];
    if (kind === 0 || kind === 3) continue;
    let upper = kind === 2;
    let end = at + 1;
    for (let next = end; next < length; next++) {
      const unit = text.charCodeAt(next);
      if (unit >= NOT_ASCII) return tokenizeAny(text);
      const kind = ASCII[unit];
      if (kind === 0) break;
      if (kind === 2) upper = true;
      if (kind !== 3) end = next + 1;
    }
    const raw = text.slice(at, end);
    const lexeme = upper ? raw.toLowerCase() : raw;
    if (!list.add(lexeme, lexeme, at, end)) break;
    at = end;
  }
  return list.tokens;
}
