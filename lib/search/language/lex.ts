/** A word, a phrase or an operator with its value, as written. */
export type Piece = {
  start: number;
  /** Exclusive. */
  end: number;
  negative: boolean;
  /** In lower case, only known ones. */
  operator: Operator | null;
  /** Without quotes and star. */
  value: string;
  quoted: boolean;
  star: boolean;
  /** As it would be written at any place of a text: with the quote that was missing. */
  source: string;
};

export const OPERATORS = [
  "from",
  "to",
  "with",
  "in",
  "host",
  "id",
  "kind",
  "has",
  "is",
  "after",
  "before",
  "on",
  "during",
  "order",
  "accents",
  "substring",
] as const;

export type Operator = (typeof OPERATORS)[number];

const OPERATOR = new RegExp(`(${OPERATORS.join("|")}):`, "iy");

/** Whatever opens a quote, and what closes it: word processors write them in many ways. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”"“',
  "„": '“”"',
  "«": "»",
  "»": "«",
};

/** The pieces of a text. Never fails: a quote that is not closed runs to the end. */
export function lex(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const piece = readPiece(text, at);
    pieces.push(piece);
    at = skipSpace(text, piece.end);
  }
  return pieces;
}

function readPiece(text: string, start: number): Piece {
  const negative = /-\S/y.test(text.slice(start, start + 2));
  const from = negative ? start + 1 : start;
  OPERATOR.lastIndex = from;
  const operator = (OPERATOR.exec(text)?.[1]?.toLowerCase() ?? null) as Operator | null;
  const valueAt = operator ? from + operator.length + 1 : from;
  const value = readQuoted(text, valueAt) ?? readBare(text, valueAt);
  const end = value.end + (value.star ? 1 : 0);
  const source = text.slice(start, end) + value.missing;
  return {
    start,
    end,
    negative,
    operator,
    value: value.text,
    quoted: value.quoted,
    star: value.star,
    source,
  };
}

type Value = { text: string; end: number; quoted: boolean; star: boolean; missing: string };

function readQuoted(text: string, at: number): Value | null {
  const closing = CLOSING[text.charAt(at)];
  if (closing === undefined) return null;
  let end = at + 1;
  while (end < text.length && !closing.includes(text.charAt(end))) end++;
  const closed = end < text.length;
  return {
    text: text.slice(at + 1, end),
    end: closed ? end + 1 : end,
    quoted: true,
    star: closed && text.charAt(end + 1) === "*",
    missing: closed ? "" : closing.charAt(0),
  };
}

function readBare(text: string, at: number): Value {
  let end = at;
  while (end < text.length && !isSpace(text.charAt(end))) end++;
  const star = end - at > 1 && text.charAt(end - 1) === "*";
  const valueEnd = star ? end - 1 : end;
  return { text: text.slice(at, valueEnd), end: valueEnd, quoted: false, star, missing: "" };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}
