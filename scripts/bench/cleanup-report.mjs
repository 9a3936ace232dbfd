import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { printTable } from "./measure.mjs";

const SHARE = 0.1;
const QUIET_SECONDS = 15;
const EVERY_MS = 10;
const RULE_DAYS_LEAST = 1;
const run = promisify(execFile);

/**
 * A cleanup of about a tenth of the rows, with holds, index and sums on, while somebody writes as Prosody does; what
 * the hold trigger costs; and whether the counts are those of counting.
 * @param {{ sql: postgres.Sql, url: string, env: Record<string, string> }} tools
 */
export async function cleanupReport({ sql, url, env }) {
  await placeHolds(sql, env);
  const days = await daysOfShare(sql);
  const expected = await countExpired(sql, days);
  await triggerCost(sql);
  const writer = postgres(url, { max: 1, connection: { application_name: "prosody" } });
  const quiet = await writeUntil(writer, sleep(QUIET_SECONDS * 1_000));
  await setRules(sql, days);
  const begin = Date.now();
  const cleaning = clean(sql, env);
  const busy = await writeUntil(writer, cleaning);
  const { perHost, seconds } = await cleaning;
  await writer.end();
  const deleted = perHost.reduce((/** @type {number} */ all, it) => all + it.deleted, 0);
  printTable([
    ["", "writes", "p50 ms", "p95 ms", "max ms"],
    ["quiet", ...figures(quiet)],
    ["during the cleanup", ...figures(busy)],
  ]);
  const [p95, before] = [busy, quiet].map((it) => quantile(it, 0.95));
  console.log(
    `\n${deleted} rows deleted in ${seconds.toFixed(1)} s: ${Math.round(deleted / seconds)} rows/s (goal 15,000); ` +
      `with VACUUM and start ${((Date.now() - begin) / 1000).toFixed(1)} s; p95 ${((p95 ?? 0) / (before || 1)).toFixed(2)} × quiet (goal 2)`,
  );
  const wrong = expected.filter(({ host, expired, held: kept }) => {
    const found = perHost.find((it) => it.host === host);
    return found?.expired !== expired || found.held !== kept || found.deleted !== expired - kept;
  });
  console.log(
    wrong.length === 0
      ? "counts: as counted by hand"
      : `counts differ: ${JSON.stringify({ expected, perHost })}`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

/** @param {Record<string, string>} env @param {string[]} words */
async function muniment(env, ...words) {
  const { stdout } = await run(
    process.execPath,
    ["scripts/muniment.mjs", ...words, "--json", "--yes"],
    {
      env: { ...process.env, ...env },
    },
  ).catch((error) => error);
  return JSON.parse(stdout);
}

/** On whoever has the most rows, and on a host with days long gone: every row of it is looked at. @param {postgres.Sql} sql @param {Record<string, string>} env */
async function placeHolds(sql, env) {
  const [most] = await sql`
    select o."user" || '@' || h.host as jid, h.host from console.owner o join console.host h on h.id = o.host_id
    where o.store = 'archive' order by o.rows desc limit 1`;
  const place = (/** @type {string[]} */ ...words) =>
    muniment(env, "hold", "create", ...words, "--reason", "a hold of the bench");
  await place("--person", most?.jid ?? "");
  await place("--host", most?.host ?? "", "--to", "2001-01-01");
}

/** @param {postgres.Sql} sql */
async function daysOfShare(sql) {
  const [row] = await sql`
    select floor((extract(epoch from now()) - percentile_disc(${SHARE}::float8) within group (order by "when")) / 86400)::int as days
    from prosodyarchive`;
  return Math.max(RULE_DAYS_LEAST, row?.days ?? 0);
}

/** By looking at each row. @param {postgres.Sql} sql @param {number} days */
async function countExpired(sql, days) {
  return /** @type {{ host: string, expired: number, held: number }[]} */ (
    await sql`
      select a.host, count(*)::int as expired, count(*) filter (where exists (
        select from console.hold h where h.released_at is null and h.host = a.host
          and (h."user" is null or h."user" = a."user") and coalesce(h.until_when, a."when") >= a."when"))::int as held
      from prosodyarchive a where store in ('archive', 'archive2', 'muc_log')
        and "when" < floor(extract(epoch from now())) - ${days}::int * 86400 group by 1 order by 1`
  );
}

/** @param {postgres.Sql} sql @param {number} days */
async function setRules(sql, days) {
  await sql`
    insert into console.retention_rule (host, days, operator_name)
    select host, ${days}::int, 'bench' from console.host on conflict do nothing`;
}

/** @param {postgres.Sql} sql @param {Record<string, string>} env */
async function clean(sql, env) {
  const asked = await muniment(env, "cleanup");
  if (asked.approval) {
    await sql`update console.approval set state = 'approved', approver_id = 'bench', approver_name = 'bench',
      decided_at = now() where id = ${asked.approval}`;
  }
  const watching = watchRun(sql);
  const answer = asked.approval ? await muniment(env, "cleanup") : asked;
  return { perHost: answer.perHost, seconds: await watching };
}

/** Seconds from the first batch to the last, without the VACUUM after it. @param {postgres.Sql} sql */
async function watchRun(sql) {
  let first = 0;
  for (;;) {
    const [row] = await sql`
      select bool_and(done) as done, sum(deleted)::int as deleted from console.retention_pass
      where run_id = (select id from console.retention_run order by asked_at desc limit 1)`;
    if (row?.deleted > 0 && first === 0) first = Date.now();
    if (row?.done) return (Date.now() - first) / 1000;
    await sleep(50);
  }
}

/** Appends as mod_storage_sql does, and how long each took. @param {postgres.Sql} writer @param {Promise<unknown>} end */
async function writeUntil(writer, end) {
  let over = false;
  void end.finally(() => {
    over = true;
  });
  /** @type {number[]} */
  const took = [];
  while (!over) {
    const key = randomUUID();
    const begin = performance.now();
    await writer.begin(async (tx) => {
      await tx`delete from prosodyarchive where host = 'bench.example' and "user" = 'writer' and store = 'archive' and key = ${key}`;
      await tx`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
        values ('bench.example', 'writer', 'archive', ${key}, extract(epoch from now())::int, 'other@bench.example', 'xml',
          ${`<message id='${key}' type='chat'><body>written while somebody cleans up</body></message>`})`;
    });
    took.push(performance.now() - begin);
    await sleep(EVERY_MS);
  }
  return took;
}

/** @param {number[]} took @param {number} share */
function quantile(took, share) {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {number[]} took */
function figures(took) {
  return [took.length, quantile(took, 0.5), quantile(took, 0.95), Math.max(...took)];
}

/** As PostgreSQL itself counts it, rolled back. @param {postgres.Sql} sql */
async function triggerCost(sql) {
  const states = [
    ["no hold", "update console.hold set released_at = now()"],
    ["a hold on somebody else", "select"],
    ["every row held", `update console.hold set kind = 'host', until_when = null, "user" = null`],
  ];
  const lines = [["the hold trigger", "rows", "µs a row"]];
  for (const [name, prepare] of states) {
    const [triggers, deleted] = await costOf(sql, prepare ?? "");
    const hold = triggers.find((it) => it["Trigger Name"] === "muniment_hold");
    lines.push([
      name ?? "",
      String(deleted),
      (((hold?.Time ?? 0) / (hold?.Calls || 1)) * 1000).toFixed(1),
    ]);
  }
  printTable(lines);
}

/** @param {postgres.Sql} sql @param {string} prepare */
async function costOf(sql, prepare) {
  const undo = new Error("undo");
  /** @type {[{ "Trigger Name": string, Time: number, Calls: number }[], number]} */
  let found = [[], 0];
  await sql
    .begin(async (tx) => {
      await tx.unsafe(prepare);
      const [row] =
        await tx`explain (analyze, format json) delete from prosodyarchive where sort_id in (
        select sort_id from prosodyarchive where host in (select host from console.hold) order by sort_id limit 20000)`;
      const [plan] = row?.["QUERY PLAN"] ?? [];
      found = [plan.Triggers, 20_000];
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return found;
}
