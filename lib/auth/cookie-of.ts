/**
 * One cookie out of the header that a browser sent; of several of that name the first, as RFC 6265 §5.4 puts
 * the most specific one there. As it stands: a token needs no decoding. Next's own `cookies()` also prepares
 * for writing some, which a route handler pays for on every request.
 */
export function cookieOf(header: string | null, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}
