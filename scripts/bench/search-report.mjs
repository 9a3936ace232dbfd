import { signIn } from "./client.mjs";
import { spentBy } from "./cpu-time.mjs";
import { measure, printTable } from "./measure.mjs";
import { webProcess } from "./memory.mjs";
import { searchCases } from "./search-cases.mjs";

/** Rounds that are not counted, at most. */
const WARM = 60;

/**
 * Every class of search over HTTP, its best SQL and ILIKE, side by side.
 * @param {{ sql: import("postgres").Sql, address: string, password: string }} tools
 * @param {{ only: RegExp, ilike: boolean, rounds: number, cores: number }} options
 */
export async function searchReport(
  { sql, address, password },
  { only, ilike: compared, rounds, cores },
) {
  const [{ rows } = {}] = await sql`select sum(rows)::bigint as rows from console.owner`;
  console.log(
    `\n${rows} rows, ${cores} cores, Node ${process.version}, ${rounds} rounds each, milliseconds`,
  );
  const web = await signIn(address, "admin", password);
  await openEverything(sql);
  const warm = Math.min(WARM, rounds);
  const server = webProcess(address);
  /** @type {(string | number)[][]} */
  const lines = [
    [
      "search",
      "HTTP p50",
      "p95",
      "max",
      "CPU",
      "best SQL p50",
      "p95",
      "CPU",
      "ILIKE",
      "ILIKE / HTTP",
      "goal",
    ],
  ];
  for (const { name, text, best, ilike } of await searchCases(sql)) {
    if (!only.test(name)) continue;
    const old = ilike && compared ? await measure(ilike, { rounds: 1, warm: 0 }) : null;
    const bare = await withSpent(() => ours(sql), best, { rounds, warm });
    const page = await withSpent(
      async () => [...(await backends(sql)), server],
      () => web.post("/api/search", { text }),
      { rounds, warm },
    );
    const goal = page.p95 <= 60 && page.p95 <= 2 * bare.p95 + 10 ? "reached" : "missed";
    const times = old ? `${Math.round(old.p50 / page.p50)} ×` : "";
    lines.push([
      ...[name, page.p50, page.p95, page.max, page.spent, bare.p50, bare.p95, bare.spent],
      ...[old ? old.p50 : "", times, goal],
    ]);
  }
  printTable(lines);
}

/**
 * `measure`, and how much processor time each round took of these processes, in milliseconds.
 * @param {() => Promise<number[]>} pids @param {() => PromiseLike<unknown>} once
 * @param {{ rounds: number, warm: number }} options
 */
async function withSpent(pids, once, { rounds, warm }) {
  for (let i = 0; i < warm; i++) await once();
  const processes = await pids();
  const before = spentBy(processes);
  const times = await measure(async () => once(), { rounds, warm: 0 });
  return { ...times, spent: (spentBy(processes) - before) / rounds };
}

/** Of the web process. @param {import("postgres").Sql} sql @returns {Promise<number[]>} */
async function backends(sql) {
  const rows = await sql`select pid from pg_stat_activity where datname = current_database()
    and application_name in ('muniment web', 'muniment search', 'muniment audit')`;
  return rows.map((it) => it.pid);
}

/** Of this program. @param {import("postgres").Sql} sql @returns {Promise<number[]>} */
async function ours(sql) {
  const rows = await sql`select pid from pg_stat_activity where datname = current_database()
    and application_name = 'postgres.js'`;
  return rows.map((it) => it.pid);
}

/**
 * Words are searched under a reading: the measuring has one of everything, longer than a person may.
 * @param {import("postgres").Sql} sql @param {string[]} names of operators
 */
export async function openEverything(sql, names = ["admin"]) {
  await sql`insert into console.reveal (operator_id, host, "user", reason, expires_at)
    select id::text, null, null, 'npm run bench', now() + interval '6 hours'
    from console.operator where name = any(${names}::text[])`;
}
