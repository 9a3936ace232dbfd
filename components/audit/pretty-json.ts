/** For reading; the bytes that were hashed are copied, not shown. Anything that is no JSON stays as it is. */
export function prettyJson(canonical: string): string {
  try {
    return JSON.stringify(JSON.parse(canonical), null, 2);
  } catch {
    return canonical;
  }
}
