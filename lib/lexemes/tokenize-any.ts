import {
  FOLDS,
  foldCharacter,
  IGNORED,
  KIND,
  PICTURE,
  SEPARATOR,
  SINGLE,
  traitsOf,
  UPPER,
  WORD,
} from "./characters";
import { normalise, type View } from "./normalise";
import { isKeycapAt, pictureEnd, pictureLexeme } from "./picture";
import type { Token } from "./token";
import { TokenList } from "./token-list";

const UNDERSCORE = 0x5f;
const NOT_ASCII = 128;

/** `tokenize` for text that is not all ASCII. */
export function tokenizeAny(text: string): Token[] {
  const view = normalise(text);
  const list = new TokenList();
  let at = 0;
  while (at < view.text.length) {
    const codePoint = view.text.codePointAt(at)!;
    const kind = traitsOf(codePoint) & KIND;
    let end = at + (codePoint > 0xffff ? 2 : 1);
    let more = true;
    if (kind === PICTURE || (codePoint < 0x3a && isKeycapAt(view.text, at))) {
      end = pictureEnd(view.text, at);
      more = addPicture(list, view, at, end);
    } else if ((kind === WORD && codePoint !== UNDERSCORE) || kind === SINGLE) {
      const run = runOf(view.text, at, kind === SINGLE);
      more = addWord(list, view, at, run);
      end = run.end;
    }
    if (!more) break;
    at = end;
  }
  return list.tokens;
}

type Run = { end: number; traits: number; ignored: boolean };

/** From a letter to the end of its word, or for a single one to the end of its marks. */
function runOf(text: string, start: number, single: boolean): Run {
  const run: Run = { end: start, traits: 0, ignored: false };
  let pending = false;
  for (let at = start; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const traits = traitsOf(codePoint);
    const kind = traits & KIND;
    if (kind === SEPARATOR || kind === PICTURE) break;
    if (at > start && (kind === SINGLE || (single && kind === WORD))) break;
    if (codePoint < 0x3a && isKeycapAt(text, at)) break;
    at += codePoint > 0xffff ? 2 : 1;
    if (kind === IGNORED) pending = true;
    else if (codePoint !== UNDERSCORE) {
      run.end = at;
      run.ignored ||= pending;
      run.traits |= traits;
    }
  }
  return run;
}

function addWord(list: TokenList, view: View, start: number, run: Run): boolean {
  const raw = view.text.slice(start, run.end);
  const seen = run.ignored ? withoutIgnored(raw) : raw;
  let exact = run.traits & UPPER ? seen.toLowerCase() : seen;
  let lexeme = exact;
  if (run.traits & FOLDS) {
    // Lower case writes the last sigma of a Greek word in another shape.
    exact = exact.replaceAll("ς", "σ");
    lexeme = fold(exact);
  }
  return list.add(lexeme, exact, startIn(view, start), endIn(view, run.end));
}

function addPicture(list: TokenList, view: View, start: number, end: number): boolean {
  const lexeme = pictureLexeme(view.text.slice(start, end));
  return list.add(lexeme, lexeme, startIn(view, start), endIn(view, end));
}

function withoutIgnored(raw: string): string {
  return Array.from(raw)
    .filter((it) => (traitsOf(it.codePointAt(0)!) & KIND) !== IGNORED)
    .join("");
}

function fold(exact: string): string {
  let folded = "";
  let done = 0;
  for (let at = 0; at < exact.length; at++) {
    const unit = exact.charCodeAt(at);
    // No letter beyond the first plane has an accent of its own.
    if (unit < NOT_ASCII || !(traitsOf(unit) & FOLDS)) continue;
    folded += exact.slice(done, at) + foldCharacter(exact.charAt(at));
    done = at + 1;
  }
  return folded + exact.slice(done);
}

function startIn({ origin }: View, at: number): number {
  return origin ? (origin.starts[at] ?? 0) : at;
}

function endIn({ origin }: View, end: number): number {
  return origin ? (origin.ends[end - 1] ?? 0) : end;
}
