import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { runNode, stopChildren } from "../lib/children.mjs";
import { EmbeddedPostgres } from "../lib/pg.mjs";
import { freePort } from "../lib/ports.mjs";
import { archiveCases } from "./archive-cases.mjs";
import { cleanupReport } from "./cleanup-report.mjs";
import { signIn } from "./client.mjs";
import { fillBench } from "./fill.mjs";
import { measure, printTable } from "./measure.mjs";
import { searchReport } from "./search-report.mjs";
import { storageReport } from "./storage-report.mjs";
import { stormReport } from "./storm-report.mjs";

const PASSWORD = "bench-password-only";

/** Rounds that are not counted: the code of a page is compiled in its first hundred requests. */
const WARM = 200;

const TABLES = ["message", "owner", "conversation", "rollup_day", "rollup_kind", "rollup_month"];

/**
 * what: the pages of the archive, searches (`only` those whose name fits), a storm of them, the figures of
 * the storage page, or a cleanup of a tenth of the rows.
 * @param {{ what: string, only: RegExp, ilike: boolean, size: { rows: number, people: number, rooms: number }, rounds: number, folder: string, cores: number }} options
 */
export async function runBench({ what, only, ilike, size, rounds, folder, cores }) {
  const pg = await new EmbeddedPostgres({ dir: folder, log: console.log }).start();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    MUNIMENT_DATA: folder,
    MUNIMENT_DEMO: "0",
    MUNIMENT_PASSWORD: PASSWORD,
    DATABASE_URL: "",
    MUNIMENT_SEARCHES_PER_MINUTE: "0",
    MUNIMENT_MESSAGES_PER_HOUR: "0",
  };
  const { down } = runNode(["scripts/start.mjs"], { env: { ...env, NODE_ENV: undefined } });
  try {
    await Promise.race([
      answers(address),
      down.then((why) => Promise.reject(new Error(`start.mjs ${why}`))),
    ]);
    const sql = postgres(pg.url("prosody"), { max: 2, onnotice: () => {} });
    await fillBench(sql, size);
    await indexed(address);
    await substringsIndexed(sql);
    await vacuumOnce(sql);
    const tools = { sql, address, password: PASSWORD };
    if (what === "search") await searchReport(tools, { only, ilike, rounds, cores });
    else if (what === "storm") await stormReport(tools, { cores });
    else if (what === "storage") await storageReport(tools, { rounds, cores });
    else if (what === "cleanup") await cleanupReport({ sql, url: pg.url("prosody"), env });
    else await report(sql, address, { rounds, cores });
    await sql.end();
    return 0;
  } finally {
    await stopChildren(5_000);
    await pg.stop();
  }
}

/** Ten million rows are analysed in a minute, and do not change from one run to the next. @param {postgres.Sql} sql */
async function vacuumOnce(sql) {
  for (const table of ["prosodyarchive", ...TABLES.map((it) => `console.${it}`)]) {
    const [done] = await sql`
      select 1 from pg_stat_all_tables where relid = ${table}::regclass and last_vacuum is not null`;
    if (!done) await sql.unsafe(`vacuum (analyze) ${table}`);
  }
}

/** @param {string} address */
async function answers(address) {
  for (;;) {
    const response = await fetch(`${address}/sign-in`).catch(() => null);
    if (response?.ok) return;
    await sleep(300);
  }
}

/**
 * Waits until every row is indexed and every index is there; says how fast that was.
 * @param {string} address
 */
async function indexed(address) {
  const begin = Date.now();
  for (let most = 0; ; ) {
    const { indexer } = await (await fetch(`${address}/api/health`)).json();
    if (indexer.state === "ready" && indexer.lagRows === 0) {
      const seconds = (Date.now() - begin) / 1000;
      if (most > 0)
        console.log(
          `\nfirst build: ${Math.round(most / seconds)} rows/s, with indexes and counts (${most} rows in ${seconds.toFixed(0)} s)`,
        );
      return;
    }
    most = Math.max(most, indexer.lagRows);
    process.stderr.write(`\rto be indexed: ${indexer.lagRows} rows `);
    await sleep(1_000);
  }
}

/** The index of pieces of words comes last, when pages answer already. @param {postgres.Sql} sql */
async function substringsIndexed(sql) {
  for (;;) {
    const [row] = await sql`
      select exists (select from pg_extension where extname = 'pg_trgm') and not exists (
        select from pg_index where indisvalid
          and indexrelid = to_regclass('console.message_substring')) as missing`;
    if (!row?.missing) return;
    await sleep(1_000);
  }
}

/** @param {postgres.Sql} sql @param {string} address @param {{ rounds: number, cores: number }} options */
async function report(sql, address, { rounds, cores }) {
  const [{ rows, owners } = {}] = await sql`
    select sum(rows)::bigint as rows, count(*) filter (where messages) as owners from console.owner`;
  console.log(
    `\n${rows} rows, ${owners} owners, ${cores} cores, Node ${process.version}, ${rounds} rounds each, milliseconds`,
  );
  const web = await signIn(address, "admin", PASSWORD);
  const head = [
    "page",
    "HTTP p50",
    "p95",
    "max",
    "best SQL p50",
    "p95",
    "HTTP − SQL (p95)",
    "goal",
  ];
  /** @type {(string | number)[][]} */
  const lines = [head];
  for (const { name, http, best } of await archiveCases({ sql, web })) {
    const bare = await measure(best, { rounds, warm: WARM });
    const page = await measure(http, { rounds, warm: WARM });
    const over = page.p95 - bare.p95;
    lines.push([
      name,
      page.p50,
      page.p95,
      page.max,
      bare.p50,
      bare.p95,
      over,
      page.p95 <= 60 && over <= 15 ? "reached" : "missed",
    ]);
  }
  printTable(lines);
}
