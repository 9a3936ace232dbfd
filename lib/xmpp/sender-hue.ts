export const SENDER_HUES = 8;

/** 1 to 8, the same for the same identity everywhere and always (FNV-1a, 32 bits). */
export function senderHue(identity: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < identity.length; index++) {
    hash ^= identity.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of FNV mix badly for short, similar names.
  hash ^= hash >>> 15;
  return ((hash >>> 0) % SENDER_HUES) + 1;
}
