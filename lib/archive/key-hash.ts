/**
 * What the projection finds an archive id by (`key_hash`), as a signed 32-bit number: FNV-1a over UTF-16 units.
 * Whoever looks an id up compares the id itself as well, which stands in Prosody's table. A change makes
 * every line another one (projection/version.ts).
 */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
