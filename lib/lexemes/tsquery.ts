import type { Accents, Match, Term } from "./match";
import type { Token } from "./token";
import { tokenize } from "./tokenize";
import { quote } from "./tsvector";

/** Words and facets never look like this, so nothing has it. */
const NOWHERE = "':'";

/**
 * The match as text for `::tsquery` (never for `to_tsquery`, which would tokenise once more).
 * null when there is nothing to ask.
 */
export function toTsquery(match: Match, options: { accents: Accents }): string | null {
  if (match.op === "term") return termQuery(match.term, options.accents);
  if (match.op === "facet") return join(match.any.map(quote), "|") ?? NOWHERE;
  if (match.op === "not") {
    const inner = toTsquery(match.of, options);
    return inner === null ? null : `!(${inner})`;
  }
  const parts = match.of.flatMap((it) => toTsquery(it, options) ?? []);
  return join(parts, match.op === "and" ? "&" : "|");
}

function join(parts: string[], operator: "&" | "|"): string | null {
  if (parts.length < 2) return parts[0] ?? null;
  return `(${parts.join(` ${operator} `)})`;
}

/** Several tokens are a phrase: each as far behind the one before as it was written. */
function termQuery(term: Term, accents: Accents): string | null {
  const tokens = tokenize(term.text);
  let query: string | null = null;
  let before = 0;
  for (const [index, token] of tokens.entries()) {
    const open = term.kind === "prefix" && index === tokens.length - 1;
    const operand = operandOf(token, accents, open);
    query = query === null ? operand : `${query} <${token.position - before}> ${operand}`;
    before = token.position;
  }
  return tokens.length > 1 ? `(${query})` : query;
}

/**
 * Exactly `cafe` is asked with label D: the folded form of `café` has B. A word with an accent needs no
 * label, because only exact forms have accents; a label makes PostgreSQL look at the row itself.
 */
function operandOf(token: Token, accents: Accents, open: boolean): string {
  if (accents === "fold") return quote(token.lexeme) + (open ? ":*" : "");
  const label = (open ? "*" : "") + (token.exact === token.lexeme ? "D" : "");
  return quote(token.exact) + (label && `:${label}`);
}
