/** As far as settings mean different things; 0.12 stands for every 0.12.x, 13 for 13.0 and trunk. */
export const PROSODY_VERSIONS = ["0.11", "0.12", "13"] as const;

export type ProsodyVersion = (typeof PROSODY_VERSIONS)[number];

/** From what a running Prosody says of itself, e.g. "0.12.3" or "OK: 13.0.1"; null for what we do not know. */
export function versionOf(text: string): ProsodyVersion | null {
  const found = /(?:^|[^\d.])(\d+)\.(\d+)(?:\.\d+)?/.exec(text);
  if (!found) return null;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  if (major >= 13) return "13";
  if (major !== 0 || minor < 11) return null;
  return minor === 11 ? "0.11" : "0.12";
}
