import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { runNode, stopChildren } from "../lib/children.mjs";
import { EmbeddedPostgres } from "../lib/pg.mjs";
import { freePort } from "../lib/ports.mjs";
import { archiveCases } from "./archive-cases.mjs";
import { signIn } from "./client.mjs";
import { fillBench } from "./fill.mjs";
import { measure, printTable } from "./measure.mjs";

const PASSWORD = "bench-password-only";

/** @param {{ size: { rows: number, people: number, rooms: number }, rounds: number, folder: string, cores: number }} options */
export async function runBench({ size, rounds, folder, cores }) {
  const pg = await new EmbeddedPostgres({ dir: folder, log: console.log }).start();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    MUNIMENT_DATA: folder,
    MUNIMENT_DEMO: "0",
    MUNIMENT_PASSWORD: PASSWORD,
    DATABASE_URL: "",
  };
  const { down } = runNode(["scripts/start.mjs"], { env: { ...env, NODE_ENV: undefined } });
  try {
    await Promise.race([
      answers(address),
      down.then((why) => Promise.reject(new Error(`start.mjs ${why}`))),
    ]);
    const sql = postgres(pg.url("prosody"), { max: 2, onnotice: () => {} });
    await fillBench(sql, size);
    await indexed(sql, size.rows);
    await sql`vacuum (analyze) prosodyarchive`;
    for (const table of ["message", "owner", "conversation"])
      await sql.unsafe(`vacuum (analyze) console.${table}`);
    await report(sql, address, { rounds, cores });
    await sql.end();
    return 0;
  } finally {
    await stopChildren(5_000);
    await pg.stop();
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

/** Waits for the first build and says how fast it was. @param {postgres.Sql} sql @param {number} rows */
async function indexed(sql, rows) {
  const begin = Date.now();
  const count = async () =>
    Number((await sql`select coalesce(sum(rows), 0) as n from console.owner`)[0]?.n);
  const before = await count();
  for (let done = before; done < rows; ) {
    await sleep(1_000);
    done = await count();
    process.stderr.write(`\rindexed ${done} of ${rows} `);
  }
  const seconds = (Date.now() - begin) / 1000;
  if (rows > before)
    console.log(
      `\nprojection: ${Math.round((rows - before) / seconds)} rows/s (${rows - before} rows in ${seconds.toFixed(0)} s)`,
    );
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
    const bare = await measure(best, { rounds, warm: 40 });
    const page = await measure(http, { rounds, warm: 40 });
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
