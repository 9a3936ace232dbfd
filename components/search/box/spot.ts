import { isOperator, type Operator } from "../operators";

/** What is being typed at the caret: a word that may become an operator, or an operator's value. */
export type Spot = {
  operator: Operator | null;
  negative: boolean;
  typed: string;
  /** What a suggestion replaces: the word, or the value behind the colon. */
  start: number;
  end: number;
};

/** null where nothing can be suggested: inside quotes without an operator, between words. */
export function spotAt(text: string, caret: number): Spot | null {
  const begin = beginOfTerm(text, caret);
  const term = text.slice(begin, caret);
  const found = /^(-?)([a-z]+):("?)([^"]*)$/i.exec(term);
  const operator = found?.[2]?.toLowerCase() ?? "";
  if (found && isOperator(operator)) {
    const start = begin + (found[1]?.length ?? 0) + operator.length + 1;
    const end = endOfTerm(text, start, caret);
    return { operator, negative: found[1] === "-", typed: found[4] ?? "", start, end };
  }
  const word = /^(-?)([a-z]+)$/i.exec(term);
  const following = text[caret];
  if (!word || (following !== undefined && !/\s/.test(following))) return null;
  const negative = word[1] === "-";
  const start = begin + (negative ? 1 : 0);
  return { operator: null, negative, typed: (word[2] ?? "").toLowerCase(), start, end: caret };
}

function beginOfTerm(text: string, caret: number): number {
  let begin = 0;
  let quoted = false;
  for (let at = 0; at < caret; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(text[at] ?? "")) begin = at + 1;
  }
  return begin;
}

/** To the closing quote when the value is quoted, else to the next space. */
function endOfTerm(text: string, start: number, caret: number): number {
  const quoted = text[start] === '"';
  const rest = text.slice(caret);
  const length = quoted ? rest.indexOf('"') : rest.search(/\s/);
  if (length < 0) return text.length;
  return caret + length + (quoted ? 1 : 0);
}

/** The text with a suggestion in the place of what was typed, and where the caret then stands. */
export function accept(
  text: string,
  { start, end }: Spot,
  insert: string,
): { text: string; caret: number } {
  // A value is done with and the next word may follow; an operator waits for its value.
  const ends = insert.endsWith(":") ? "" : " ";
  const rest = text.slice(end).replace(/^\s+/, "");
  const head = `${text.slice(0, start)}${insert}${ends}`;
  return { text: head + rest, caret: head.length };
}
