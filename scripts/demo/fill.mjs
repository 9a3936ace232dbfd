/** Writes the demo into Prosody's two tables by COPY. */
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { generate } from "./generate.mjs";

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
 * @param {import("node:stream").Writable} stream
 * @param {readonly (readonly (string | number)[])[]} rows
 */
async function copy(stream, rows) {
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

/**
 * Fills both tables, which must exist and be empty of the demo's hosts; the caller's transaction
 * makes it all or nothing. About 60,000 and 2,000 rows, a few seconds.
 * @param {import("postgres").Sql | import("postgres").TransactionSql} sql
 * @param {Date} now
 */
export async function fillDemo(sql, now) {
  const { archive, settings } = generate(now);
  const settingsStream =
    await sql`copy prosody (host, "user", store, key, type, value) from stdin`.writable();
  await copy(
    settingsStream,
    settings.map((s) => [s.host, s.user, s.store, s.key, s.type, s.value]),
  );
  const archiveStream =
    await sql`copy prosodyarchive (sort_id, host, "user", store, key, "when", "with", type, value) from stdin`.writable();
  await copy(
    archiveStream,
    archive.map((r) => [
      r.sort_id,
      r.host,
      r.user,
      r.store,
      r.key,
      r.when,
      r.with,
      r.type,
      r.value,
    ]),
  );
  await sql`select setval(pg_get_serial_sequence('prosodyarchive', 'sort_id'), ${archive.length})`;
}
