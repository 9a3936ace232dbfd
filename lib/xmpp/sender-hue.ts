export const SENDER_HUES = 8;

/** 1 to 8, the same for the same identity everywhere and always (FNV-1a, then murmur3's finaliser). */
export function senderHue(identity: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < identity.length; index++) {
    hash ^= identity.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of FNV mix badly for names that end alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) % SENDER_HUES) + 1;
}
