import type { Match, Term } from "@/lib/lexemes/match";
import { tokenize } from "@/lib/lexemes/tokenize";
import { lex, type Piece } from "./lex";
import type { Chip, ChipKind } from "./query";
import { type Change, readOperator } from "./read-operator";

/** More words, or more filters, are shown as ignored. */
export const MAX_TERMS = 64;

/** A piece and what became of it. */
export type Item = {
  chip: Chip;
  /** Terms joined by OR share a number. */
  group: number;
  /** How to write it anywhere else and have it mean the same. */
  source: string;
  /** Words and what was meant as words: never for the URL. */
  isText: boolean;
  match: Match | null;
  change: Change | null;
};

export type Understood = { items: Item[]; substring: boolean };

/** Reads a text piece by piece. `substring`: terms are pieces of text, also without the operator. */
export function understand(text: string, options: { substring?: boolean } = {}): Understood {
  const pieces = lex(text);
  const substring =
    options.substring === true ||
    pieces.some((it) => it.operator === "substring" && it.value.trim() !== "");
  const items: Item[] = [];
  let or: Piece | null = null;
  for (const [index, piece] of pieces.entries()) {
    const before = items.at(-1);
    if (before?.match && !or && joins(piece, pieces[index + 1], substring)) {
      or = piece;
      before.chip.end = piece.end;
      continue;
    }
    const item = itemOf(piece, substring);
    if (before && or) {
      item.group = before.group;
      item.chip.or = true;
      item.chip.start = or.start;
    }
    items.push(item);
    or = null;
  }
  return { items: withinLimits(items), substring };
}

/** OR between two terms; anywhere else it is a word. */
function joins(piece: Piece, next: Piece | undefined, substring: boolean): boolean {
  if (!isOr(piece) || !next) return false;
  return itemOf(next, substring).match !== null;
}

function isOr({ source }: Piece): boolean {
  return source.toLowerCase() === "or";
}

function itemOf(piece: Piece, substring: boolean): Item {
  const read = readOperator(piece);
  const { negative, start, end, source, operator } = piece;
  const chip = { negative, or: false, start, end };
  if (typeof read === "function") {
    const value = piece.value.trim() + (piece.star ? "*" : "");
    return {
      chip: { ...chip, kind: operator as ChipKind, value },
      group: start,
      source,
      isText: false,
      match: null,
      change: read,
    };
  }
  const isText = read === "word";
  const term = isText ? termOf(piece, substring) : null;
  const kind = term ? (substring ? "substring" : term.kind) : "ignored";
  return {
    chip: { ...chip, kind, value: term ? term.text : source },
    group: start,
    // Beside other words it might join them.
    source: isOr(piece) ? `"${source}"` : source,
    isText,
    match: term && signed({ op: "term", term }, negative),
    change: null,
  };
}

function signed(match: Match, negative: boolean): Match {
  return negative ? { op: "not", of: match } : match;
}

/** null: nothing that could be found. */
function termOf(piece: Piece, substring: boolean): Term | null {
  const { operator, value, quoted, star } = piece;
  const asWritten = operator !== null && operator !== "substring";
  // An operator whose value makes no sense is words, all of it.
  const text = asWritten ? `${operator}:${value}` : value;
  if (substring) {
    const piece = star && !quoted ? `${text}*` : text;
    return piece.trim() === "" ? null : { kind: "phrase", text: piece };
  }
  if (tokenize(text).length === 0) return null;
  return { kind: star ? "prefix" : quoted ? "phrase" : "word", text };
}

function withinLimits(items: Item[]): Item[] {
  const count = { true: 0, false: 0 };
  return items.map((item) => {
    count[`${item.isText}`]++;
    if (count[`${item.isText}`] <= MAX_TERMS) return item;
    const chip: Chip = { ...item.chip, kind: "ignored", value: item.source };
    return { ...item, chip, match: null, change: null };
  });
}
