import { type Chunk, parse } from "luaparse";

/** Larger is no configuration, and would keep the parser busy. */
export const MOST_BYTES = 1_048_576;

export type Parsed =
  | { ok: true; chunk: Chunk /** The file, one character a byte. */; source: string }
  | { ok: false; line: number | null; message: string };

/**
 * The syntax of a file; it is never run. One character stands for one byte, so that every position counts bytes
 * and what is written back is the file itself (luaparse refuses what is no byte). No `<const>` of Lua 5.4.
 */
export function parseLua(bytes: Buffer): Parsed {
  if (bytes.length > MOST_BYTES) return { ok: false, line: null, message: "too large" };
  const source = bytes.toString("latin1");
  try {
    const chunk = parse(source, {
      encodingMode: "pseudo-latin1",
      luaVersion: "5.3",
      ranges: true,
      locations: true,
      comments: false,
    });
    return { ok: true, chunk, source };
  } catch (error) {
    // luaparse throws SyntaxError with `line`; a table nested without end is a RangeError.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const line = "line" in error && typeof error.line === "number" ? error.line : null;
    return { ok: false, line, message: error.message };
  }
}

/** The text that a string of the file stands for. */
export function textOf(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}
