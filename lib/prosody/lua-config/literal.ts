/** What may be written: nothing that Lua could run. */
export type Writable = string | number | boolean | readonly string[];

/**
 * A value as Lua text, on one line. Control characters, quotes and backslashes are written as `\ddd`, the rest as
 * UTF-8, so that no value can end its own quotes.
 * @throws RangeError for a number that is not finite, and half of a surrogate pair
 */
export function luaLiteral(value: Writable): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return numeral(value);
  return value.length === 0 ? "{}" : `{ ${value.map(quoted).join("; ")} }`;
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("Half a character cannot be written");
  // Always three digits: a digit that follows would otherwise belong to the escape.
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand there as they are
    /["\\\u0000-\u001f\u007f]/g,
    (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`,
  );
  return `"${escaped}"`;
}

/** JavaScript's shortest decimal is read back as the same double by Lua; -0 is 0. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("This number cannot be written");
  return String(value === 0 ? 0 : value);
}

/** What may stand to the left of `=`. */
export function isOptionName(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !KEYWORDS.has(name);
}

const KEYWORDS = new Set(
  "and break do else elseif end false for function goto if in local nil not or repeat return then true until while".split(
    " ",
  ),
);
