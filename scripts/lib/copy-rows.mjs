import { once } from "node:events";
import { finished } from "node:stream/promises";

const ESCAPES = /** @type {Record<string, string>} */ ({
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
});

/** @param {string | number} value one field of COPY's text format */
function field(value) {
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c) : text;
}

/**
 * Writes rows in COPY's text format and ends the stream; memory stays flat however many there are.
 * @param {import("node:stream").Writable} stream `sql\`copy … from stdin\`.writable()`
 * @param {Iterable<readonly (string | number)[]>} rows no NULLs
 */
export async function copyRows(stream, rows) {
  let chunk = "";
  for (const row of rows) {
    chunk += `${row.map(field).join("\t")}\n`;
    if (chunk.length < 512 * 1024) continue;
    if (!stream.write(chunk)) await once(stream, "drain");
    chunk = "";
  }
  stream.end(chunk);
  await finished(stream, { readable: false });
}
