import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "./client.mjs";
import { processTime } from "./cpu-time.mjs";
import { measure, printTable } from "./measure.mjs";
import { residentBytes, webProcess } from "./memory.mjs";
import { openEverything } from "./search-report.mjs";
import { Storm, searchingBackends, worstSearches } from "./storm.mjs";

const CLIENTS = 200;
const OFFICERS = 7;
const WORST = { common: "the", sparse: "kind:correction", piece: "eedlete" };
const PAGES = [
  ["people by size", "/api/archive/owners?sort=rows"],
  ["the page of people", "/archive"],
  ["health", "/api/health"],
];
const ROUNDS = 25;
const GONE_MS = 2_000;

/**
 * Two hundred clients who ask what costs most, again and again: how fast other pages are meanwhile, what the web
 * process needs, and what still runs two seconds after they went away together.
 * @param {{ sql: import("postgres").Sql, address: string, password: string }} tools
 * @param {{ cores: number }} options
 */
export async function stormReport({ sql, address, password }, { cores }) {
  const names = await employ(sql);
  await openEverything(sql, names);
  const webs = await Promise.all(names.map((name) => signIn(address, name, password)));
  const reader = await signIn(address, "admin", password);
  const pid = webProcess(address);
  const calm = await Promise.all(PAGES.map(([, page]) => pageTimes(reader, page)));
  const before = residentBytes(pid);
  console.log(`\n${CLIENTS} clients of ${OFFICERS} operators, ${cores} cores, milliseconds`);
  const storm = new Storm(webs, worstSearches(WORST), CLIENTS);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, residentBytes(pid))), 250);
  await sleep(2_000);
  /** @type {(string | number)[][]} */
  const lines = [["other pages", "calm p95", "in the storm p50", "p95", "max", "goal"]];
  for (const [at, [name = "", page = ""]] of PAGES.entries()) {
    const it = await pageTimes(reader, page);
    const goal = it.p95 < 500 ? "reached" : "missed";
    lines.push([name, calm[at]?.p95 ?? 0, it.p50, it.p95, it.max, goal]);
  }
  clearInterval(watch);
  await storm.leave();
  const left = Date.now();
  await sleep(GONE_MS);
  const running = await searchingBackends(sql);
  printTable(lines);
  const answers = [...storm.answers].map(([status, count]) => `${count} × ${status}`).join(", ");
  console.log(`answers: ${answers}; 503 without Retry-After: ${storm.rude}`);
  console.log(`memory of the web process: ${mib(before)} before, ${mib(most)} at most`);
  console.log(`searches that run ${Date.now() - left} ms after all went away: ${running.length}`);
  console.log(`processor time of the web process: ${processTime(pid)?.seconds ?? "?"} s`);
}

const mib = (/** @type {number} */ bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;

/** @param {{ get(path: string): Promise<unknown> }} web @param {string} [page] */
const pageTimes = (web, page = "/") => measure(() => web.get(page), { rounds: ROUNDS, warm: 5 });

/** Operators with the password of the one there is. @param {import("postgres").Sql} sql */
async function employ(sql) {
  const names = Array.from({ length: OFFICERS }, (_, n) => `storm-${n}`);
  await sql`insert into console.operator (name, password_hash, roles)
    select n, password_hash, roles from console.operator, unnest(${names}::text[]) n
    where name = 'admin' on conflict do nothing`;
  return names;
}
