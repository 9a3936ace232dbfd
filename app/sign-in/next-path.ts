const HERE = "http://here.invalid";

/**
 * Where to go after signing in: a path of our own, or `/`. Takes no other origin in whatever spelling
 * (`//host`, `/\host`, `https:`, control characters), no route handler, and not the sign-in itself.
 */
export function nextPath(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || asked.length > 2_000) return "/";
  if (!/^\/(?![/\\])/.test(asked) || /[\p{Cc}\\]/u.test(asked)) return "/";
  if (!URL.canParse(asked, HERE)) return "/";
  const url = new URL(asked, HERE);
  // `/..//host` becomes `//host`, which would be another origin once more.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
  if (/^\/(api|sign-in|no-access)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
