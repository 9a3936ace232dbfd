import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { type SetupOptions, setup } from "./setup";

const cluster = inject("cluster");
const name = `setup_${randomBytes(6).toString("hex")}`;
const at = (address: string) => address.replace("{database}", name);
const passwordOf = (address: string) => decodeURIComponent(new URL(address).password);

let fills = 0;
const lines: string[] = [];

const options: SetupOptions = {
  databaseUrl: at(cluster.muniment),
  superuserUrl: cluster.superuser.replace("{database}", "postgres"),
  rolePasswords: {
    prosody: passwordOf(cluster.prosody),
    muniment: passwordOf(cluster.muniment),
  },
  demo: true,
  operatorPassword: "correct horse battery",
  async fillDemo(sql: Sql) {
    fills += 1;
    await sql`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'a.example', 'anna', 'archive', i::text, i, 'bert@a.example', 'xml', '<message/>'
      from generate_series(1, 100) i`;
  },
  sampleFolder: null,
  log: (line) => lines.push(line),
};

describe("on the embedded server", () => {
  let sql: Sql;
  beforeAll(() => {
    sql = postgres(at(cluster.superuser), { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await sql.end();
    const server = postgres(cluster.superuser.replace("{database}", "postgres"), { max: 1 });
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end();
  });

  test("two first starts at once make one console", async () => {
    const [a, b] = await Promise.all([setup(options), setup(options)]);
    const created = [...a.firstOperators, ...b.firstOperators].map((it) => it.name);
    expect(created.sort()).toEqual(["admin", "auditor", "compliance", "support"]);
    expect([a, b]).toMatchObject([
      { layout: "prosody", adopted: true },
      { layout: "prosody", adopted: true },
    ]);
    expect(fills).toBe(1);
  });

  test("Prosody's tables are those of Prosody 13 and Prosody's own", async () => {
    const indexes = await sql`
      select indexdef from pg_indexes where schemaname = 'public' and indexname not like '%muniment%'
      order by 1`;
    expect(indexes.map((it) => it.indexdef)).toEqual([
      'CREATE INDEX prosodyarchive_sort ON public.prosodyarchive USING btree (host, "user", store, sort_id)',
      'CREATE INDEX prosodyarchive_when ON public.prosodyarchive USING btree (host, "user", store, "when")',
      'CREATE INDEX prosodyarchive_with_when ON public.prosodyarchive USING btree (host, "user", store, "with", "when")',
      'CREATE UNIQUE INDEX prosody_unique_index ON public.prosody USING btree (host, "user", store, key)',
      'CREATE UNIQUE INDEX prosodyarchive_index ON public.prosodyarchive USING btree (host, "user", store, key)',
      "CREATE UNIQUE INDEX prosodyarchive_pkey ON public.prosodyarchive USING btree (sort_id)",
    ]);
    const owners = await sql`
      select distinct tableowner::text as owner from pg_tables where schemaname = 'public'`;
    expect(owners).toEqual([{ owner: "prosody" }]);
    const prosody = postgres(at(cluster.prosody), { max: 1 });
    const { count } = await prosody`delete from prosodyarchive where key = '1'`;
    await prosody.end();
    expect(count).toBe(1);
  });

  test("a second start changes nothing", async () => {
    const again = await setup(options);
    expect(again).toEqual({ firstOperators: [], layout: "prosody", adopted: true });
    expect(fills).toBe(1);
    const [trail] = await sql`
      select count(*)::int as n from console.audit_entry where action = 'adoption.apply'`;
    expect(trail).toEqual({ n: 2 });
  });

  test("neither login is a superuser, and ours may do nothing without its roles", async () => {
    const roles = await sql`
      select rolname::text as name, rolsuper, rolcreaterole, rolcreatedb, rolinherit from pg_roles
      where rolname in ('prosody', 'muniment') order by 1`;
    expect(roles).toMatchObject([
      {
        name: "muniment",
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolinherit: false,
      },
      { name: "prosody", rolsuper: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    const login = postgres(at(cluster.muniment), { max: 1 });
    await expect(login`select from prosodyarchive`).rejects.toThrow("permission denied");
    await login.end();
  });
});

describe("on an operator's database", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12" });

  test("nothing of Prosody's is touched", async () => {
    const before = await database.superuser()`
      select relname::text, relhastriggers, relhasindex from pg_class
      where relnamespace = 'public'::regnamespace order by 1`;
    const result = await setup({
      ...options,
      databaseUrl: database.url(),
      superuserUrl: null,
      rolePasswords: null,
      demo: false,
      fillDemo: null,
      sampleFolder: null,
    });
    expect(result).toMatchObject({ layout: "prosody", adopted: false });
    expect(result.firstOperators.map((it) => it.name)).toEqual(["admin"]);
    expect(lines.at(-1)).toContain("muniment adopt --plan");
    const after = await database.superuser()`
      select relname::text, relhastriggers, relhasindex from pg_class
      where relnamespace = 'public'::regnamespace order by 1`;
    expect(after).toEqual(before);
  });
});
