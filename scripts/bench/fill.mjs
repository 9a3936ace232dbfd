import { copyRows } from "../lib/copy-rows.mjs";
import { archiveLines, settingLines } from "./generate.mjs";

const END = Math.floor(Date.UTC(2026, 9, 31) / 1000);

/**
 * Fills Prosody's two tables once; a folder that has them already is left as it is.
 * @param {import("postgres").Sql} sql @param {{ rows: number, people: number, rooms: number }} size
 */
export async function fillBench(sql, size) {
  const [found] = await sql`select 1 from prosodyarchive limit 1`;
  if (found) return;
  const begin = Date.now();
  await sql.begin(async (tx) => {
    await copyRows(
      await tx`copy prosody (host, "user", store, key, type, value) from stdin`.writable(),
      settingLines(size),
    );
    await copyRows(
      await tx`copy prosodyarchive (host, "user", store, key, "when", "with", type, value) from stdin`.writable(),
      archiveLines({ ...size, end: END }),
    );
  });
  await sql`analyze prosodyarchive`;
  console.log(`filled ${size.rows} rows in ${((Date.now() - begin) / 1000).toFixed(0)} s`);
}
