import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { setup } from "@/lib/cli/setup";
import { closePools, pointPoolsAt } from "@/lib/db/pools";
import { testGrant } from "@/lib/testing/grants";
import { EmbeddedPostgres } from "@/scripts/lib/pg.mjs";
import { listSlowQueries, withoutLiterals } from "./slow";

const dir = mkdtempSync(path.join(os.tmpdir(), "muniment-test-"));
const server = new EmbeddedPostgres({ dir, port: 0, fast: true, binaries: inject("postgres") });
const grant = testGrant("storage.read");
let superuser: Sql;

beforeAll(async () => {
  await server.start();
  const before = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  await before`alter system set shared_preload_libraries = 'pg_stat_statements'`;
  await before.end();
  await server.stop();
  await server.start();
  const { prosody = "", muniment = "" } = server.secrets;
  await setup({
    databaseUrl: server.url("prosody", "muniment"),
    superuserUrl: server.url("postgres"),
    rolePasswords: { prosody, muniment },
    demo: false,
    operatorPassword: "correct horse battery",
    fillDemo: null,
    sampleFolder: null,
    log: () => {},
  });
  await pointPoolsAt(server.url("prosody", "muniment"));
  superuser = postgres(server.url("prosody"), { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await superuser?.end();
  await closePools();
  await pointPoolsAt(null);
  await server.stop();
  server.removeTestData();
});

test("queries on the archive, slowest first, without a word that somebody looked for", async () => {
  await superuser`create extension pg_stat_statements`;
  const prosody = postgres(server.url("prosody", "prosody"), { max: 1, onnotice: () => {} });
  await prosody`insert into "prosodyarchive" (host, "user", store, key, "when", "with", type, value)
    select 'a', 'b', 'archive', i::text, i, 'c@a', 'xml', '<message/>' from generate_series(1, 20000) i`;
  await prosody.unsafe(`select count(*) from prosodyarchive where value like '%private words%'`);
  await prosody.end();

  const hidden = await listSlowQueries(grant);
  const statement = "grant pg_read_all_stats to muniment_web;";
  expect(hidden).toMatchObject({ state: "ready", statement });
  expect(JSON.stringify(hidden)).not.toContain("insert into");
  await superuser`grant pg_read_all_stats to muniment_web`;

  const found = await listSlowQueries(grant);
  if (found.state !== "ready") throw new Error(found.state);
  expect(found.statement).toBeNull();
  const texts = found.queries.map((it) => it.text);
  expect(texts.some((it) => it.startsWith("insert into"))).toBe(true);
  expect(texts.join()).not.toContain("private");
  expect(found.queries.map((it) => it.totalMs)).toEqual(
    found.queries.map((it) => it.totalMs).toSorted((a, b) => b - a),
  );
  const insert = found.queries.find((it) => it.text.startsWith("insert into"));
  expect(insert).toMatchObject({ from: "prosody", login: "prosody", calls: 1, rows: 20_000 });
  expect(insert?.hitShare).toBeGreaterThan(0);
});

test("what stands in quotes is not shown, however it is quoted", () => {
  expect(withoutLiterals("select 'it''s', $$a$$, $x$b$x$,\n  \"user\" where v like '%cut")).toBe(
    `select '…', '…', '…', "user" where v like '…'`,
  );
});
