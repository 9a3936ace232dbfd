import { copyRows } from "../lib/copy-rows.mjs";
import { archiveLines, settingLines } from "./generate.mjs";

const END = Math.floor(Date.UTC(2026, 9, 31) / 1000);

/**
 * Fills Prosody's two tables once, by COPY from a generator: memory stays flat at any size. In one transaction, so that
 * a fill that was stopped has left nothing; a folder that has its rows already is left as it is.
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
    const makeIndexes = await dropIndexes(tx);
    await copyRows(
      await tx`copy prosodyarchive (host, "user", store, key, "when", "with", type, value) from stdin`.writable(),
      archiveLines({ ...size, end: END }),
    );
    await makeIndexes();
  });
  await sql`analyze prosodyarchive`;
  // A first build is what is measured, not a server that is very busy.
  await sql`update console.indexer_state set rebuild = true`;
  console.log(`filled ${size.rows} rows in ${((Date.now() - begin) / 1000).toFixed(0)} s`);
}

/**
 * Random archive ids make ten million rows slow to insert under an index, and fast to sort afterwards.
 * @param {import("postgres").TransactionSql} tx @returns {Promise<() => Promise<void>>} makes them again
 */
async function dropIndexes(tx) {
  const indexes = await tx`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = 'prosodyarchive'::regclass and not indisprimary`;
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  return async () => {
    await tx`set local maintenance_work_mem = '512MB'`;
    for (const { definition } of indexes) await tx.unsafe(definition);
  };
}
