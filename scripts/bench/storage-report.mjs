import path from "node:path";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";
import { signIn } from "./client.mjs";
import { processTime } from "./cpu-time.mjs";
import { measure, printTable } from "./measure.mjs";
import { storageCases } from "./storage-cases.mjs";

const WARM = 60;
/** A scan of ten million rows takes seconds. */
const RAW_ROUNDS = 1;
const NEW_ROWS = 10_000;
/** A tick of the processor clock is 10 ms: one refresh alone would be measured too coarsely. */
const REFRESHES = 20;

/**
 * Every figure of the storage page over HTTP beside the GROUP BY it stands for, in one run; then what it costs to
 * keep the rollups up to date.
 * @param {{ sql: import("postgres").Sql, address: string, password: string }} tools
 * @param {{ rounds: number, cores: number }} options
 */
export async function storageReport({ sql, address, password }, { rounds, cores }) {
  const [{ rows } = {}] = await sql`select sum(rows)::bigint as rows from console.owner`;
  console.log(
    `\n${rows} rows, ${cores} cores, Node ${process.version}, ${rounds} rounds each, milliseconds`,
  );
  const web = await signIn(address, "admin", password);
  /** @type {(string | number)[][]} */
  const lines = [["figures", "HTTP p50", "p95", "max", "GROUP BY", "GROUP BY / p95", "goal"]];
  for (const { name, path: address, raw, goal } of await storageCases(sql)) {
    const group = await measure(raw, { rounds: RAW_ROUNDS, warm: 0 });
    const page = await measure(() => web.get(address), { rounds, warm: Math.min(WARM, rounds) });
    const times = group.p50 / page.p95;
    const reached = page.p95 <= 50 && (times >= 100 || !goal) ? "reached" : "missed";
    const end = [`${times.toFixed(0)} ×`, goal ? reached : `${reached} (no scan)`];
    lines.push([name, page.p50, page.p95, page.max, group.p50, ...end]);
  }
  printTable(lines);
  await refreshes(sql);
}

/** Adds the newest lines to the rollups as the indexer does, again and again, and takes them away again. */
async function refreshes(/** @type {import("postgres").Sql} */ sql) {
  const text = await statement();
  const one = await sql.reserve();
  const [{ pid } = {}] = await one`select pg_backend_pid() as pid`;
  await one`create temp table fresh as select owner_id, kind, "when", size_bytes from console.message
    order by sort_id desc limit ${NEW_ROWS}`;
  await one`analyze fresh`;
  const before = processTime(pid)?.seconds ?? Number.NaN;
  const begin = performance.now();
  for (let i = 0; i < REFRESHES; i++) {
    await one`begin`;
    await one.unsafe(text);
    await one`rollback`;
  }
  const wall = (performance.now() - begin) / REFRESHES;
  const cpu = (((processTime(pid)?.seconds ?? Number.NaN) - before) * 1_000) / REFRESHES;
  one.release();
  console.log(
    `\nrollups after ${NEW_ROWS} new rows: ${cpu.toFixed(0)} ms of processor time, ${wall.toFixed(0)} ms, goal 200 ms: ${cpu <= 200 ? "reached" : "missed"}`,
  );
}

/** The indexer's own SQL. */
async function statement() {
  const file = path.join(root, "lib/archive/projection/rollups/add.ts");
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "esm",
    alias: { "@": root },
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { addLinesToRollups } = await import(`data:text/javascript;base64,${code}`);
  return `with ${addLinesToRollups("fresh", "kind")} select`;
}
