/** Writes the demo into Prosody's two tables by COPY. */
import { copyRows } from "../lib/copy-rows.mjs";
import { generate } from "./generate.mjs";

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
  await copyRows(
    settingsStream,
    settings.map((s) => [s.host, s.user, s.store, s.key, s.type, s.value]),
  );
  const archiveStream =
    await sql`copy prosodyarchive (sort_id, host, "user", store, key, "when", "with", type, value) from stdin`.writable();
  await copyRows(
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
