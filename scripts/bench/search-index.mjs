#!/usr/bin/env node
import path from "node:path";
// node scripts/bench/search-index.mjs [--rows 1000000 --people 49000 --rooms 1000 --folder .data-bench-…]
// How fast the first build of the index is: wall time, and processor time of the worker and of the server.
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { bundle } from "../lib/bundle.mjs";
import { runNode, stopChildren } from "../lib/children.mjs";
import { EmbeddedPostgres } from "../lib/pg.mjs";
import { setUpDatabase } from "../lib/prepare-database.mjs";
import { root } from "../lib/root.mjs";
import { processTime, ServerTime } from "./cpu-time.mjs";
import { fillBench } from "./fill.mjs";

process.chdir(root);
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    people: { type: "string", default: "49000" },
    rooms: { type: "string", default: "1000" },
    folder: { type: "string" },
  },
});
const size = {
  rows: Number(values.rows),
  people: Number(values.people),
  rooms: Number(values.rooms),
};
const folder = path.resolve(values.folder ?? `.data-bench-${size.rows}`);

/** @param {postgres.Sql} sql */
const sizes = (sql) => sql`
  select relname as name, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
  where relname in ('message', 'prosodyarchive') or relname like 'message\\_%' and relnamespace = 'console'::regnamespace order by relkind desc, 1`;

await bundle();
const pg = await new EmbeddedPostgres({ dir: folder, log: console.log }).start();
try {
  // Safe: with an embedded database nothing else of the environment is read.
  const env = /** @type {import("../../lib/env").Env} */ ({
    demo: false,
    password: "bench-password-only",
  });
  await setUpDatabase(env, pg, console.log);
  const sql = postgres(pg.url("prosody"), { max: 2, onnotice: () => {} });
  await fillBench(sql, size);
  await sql`vacuum (analyze) prosodyarchive`;
  await sql`update console.indexer_state set rebuild = true`;
  await sql`checkpoint`;
  await measureBuild(sql);
  await sql.end();
} finally {
  await stopChildren(5_000);
  await pg.stop();
}

/** @param {postgres.Sql} sql */
async function measureBuild(sql) {
  const server = new ServerTime(/** @type {number} */ (pg.pid));
  const begin = performance.now();
  const { child, down } = runNode(["dist/worker.mjs"], {
    env: { DATABASE_URL: pg.url("prosody", "muniment") },
  });
  let ended = "";
  void down.then((why) => (ended = why || "ended"));
  /** @type {ReturnType<typeof processTime>} */
  let worker = null;
  let said = "";
  for (;;) {
    await sleep(100);
    if (ended) throw new Error(`the worker ${ended}`);
    worker = processTime(/** @type {number} */ (child.pid)) ?? worker;
    const [state] = await sql`select * from console.indexer_state`;
    const seconds = (performance.now() - begin) / 1_000;
    const line = `${state?.build_rows} rows, ${state?.step ?? ""}`;
    if (line !== said && Math.floor(seconds * 10) % 20 === 0) {
      process.stderr.write(`${seconds.toFixed(1)} s: ${line}\n`);
      said = line;
    }
    if (state?.built_at && !state.rebuild) break;
  }
  const seconds = (performance.now() - begin) / 1_000;
  const cpu = server.stop();
  const [count] =
    await sql`select sum(rows)::float8 as rows, count(*)::int as owners from console.owner`;
  const rows = Number(count?.rows);
  console.log(
    `first build: ${rows} rows of ${count?.owners} owners in ${seconds.toFixed(1)} s = ${Math.round(rows / seconds)} rows/s`,
  );
  console.log(`worker: ${worker?.seconds.toFixed(1)} s of processor time`);
  for (const [name, used] of Object.entries(cpu)) {
    if (used >= 0.1) console.log(`PostgreSQL, ${name}: ${used.toFixed(1)} s`);
  }
  for (const table of await sizes(sql)) console.log(`${table.name}: ${table.size}`);
}
