import { MAX_LEXEME, MAX_POSITION, type Token } from "./token";

/** PostgreSQL refuses a tsvector of 1 MiB; the rest is for facets. */
const MAX_BYTES = 1_000_000;

/** Tokens in the making, within what one tsvector can hold. */
export class TokenList {
  readonly tokens: Token[] = [];
  private position = 0;
  private bytes = 0;

  /** False when nothing more fits: the caller stops. */
  add(lexeme: string, exact: string, start: number, end: number): boolean {
    this.position++;
    if (lexeme.length > MAX_LEXEME) return this.position < MAX_POSITION;
    const kept = exact.length > MAX_LEXEME ? lexeme : exact;
    // At most three bytes a unit, a length and a position each.
    this.bytes += 3 * lexeme.length + 6;
    if (kept !== lexeme) this.bytes += 3 * kept.length + 6;
    if (this.bytes > MAX_BYTES) return false;
    this.tokens.push({ lexeme, exact: kept, position: this.position, start, end });
    return this.position < MAX_POSITION;
  }
}
