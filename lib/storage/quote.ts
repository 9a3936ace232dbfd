/** Reserved words among the names of Prosody's columns. */
const RESERVED = new Set(["user", "when", "with"]);

/** A name as SQL wants it, with quotes only where it needs them. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}
