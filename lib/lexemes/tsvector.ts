import type { Token } from "./token";

/**
 * The tokens as text for `::tsvector`. Folded forms of accented words have weight B and stand beside
 * their exact forms; everything else has no label. Facets have no position.
 */
export function toTsvector(tokens: readonly Token[], facets: readonly string[]): string {
  let text = "";
  // Letters, digits, marks and emoji need no escape.
  for (const { lexeme, exact, position } of tokens) {
    text +=
      lexeme === exact
        ? `'${lexeme}':${position} `
        : `'${lexeme}':${position}B '${exact}':${position} `;
  }
  for (const facet of facets) text += `${quote(facet)} `;
  return text;
}

/** A lexeme in the syntax of tsvector and tsquery. */
export function quote(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, (it) => it + it)}'`;
}
