import postgres, { type Sql } from "postgres";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { IndexAdvice } from "../database-views";
import { getHealth } from "./health";
import { getIndexReport } from "./indexes";
import { listSlowQueries } from "./slow";

const PATIENCE = { timeout: 60_000, interval: 100 };
const grant = testGrant("storage.read");

const adviceOf = async () => {
  const { indexes } = await getIndexReport(grant);
  return new Map(indexes.map((it) => [it.name, it]));
};
const short = (it: IndexAdvice | undefined) =>
  it &&
  `${it.owner} ${it.state} ${it.advice} ${it.reason}${it.coveredBy ? ` ${it.coveredBy}` : ""}`;

describe("Prosody's own tables", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

  /** On a connection that ends: PostgreSQL counts what a connection did when it leaves, at the latest. */
  async function asProsody(work: (sql: Sql) => Promise<unknown>): Promise<void> {
    const { host, port, user, pass } = database.prosody().options;
    const sql = postgres({
      ...{ host: host[0], port: port[0], user: String(user), pass: String(pass ?? "") },
      ...{ database: database.name(), max: 1 },
    });
    await work(sql);
    await sql.end();
  }

  test("everything that takes room, to the byte that PostgreSQL tells", async () => {
    await database.superuser()`vacuum analyze prosodyarchive`;
    const health = await getHealth(grant);
    const [truth] = await database.superuser()<Record<string, number>[]>`
      select pg_total_relation_size('prosodyarchive')::float8 as archive,
        pg_indexes_size('prosodyarchive')::float8 as indexes, pg_total_relation_size('prosody')::float8 as data,
        (select sum(pg_total_relation_size(oid)) from pg_class
          where relnamespace = 'console'::regnamespace and relkind = 'r')::float8 as console`;
    expect(health.heapBytes + health.toastBytes + health.indexBytes).toBe(truth?.archive);
    expect(health.indexBytes).toBe(truth?.indexes);
    expect(health.prosodyBytes).toBe(truth?.data);
    expect(health.consoleBytes).toBe(truth?.console);
    const names = health.relations.filter((it) => it.of === "archive").map((it) => it.name);
    expect(names).toContain("public.prosodyarchive");
    expect(names).toContain("public.prosodyarchive_muniment_time");
    expect(names.some((it) => it.startsWith("pg_toast."))).toBe(true);
  });

  test("how the table is cared for, and how far its numbers are from their ends", async () => {
    const health = await getHealth(grant);
    const [truth] = await database.superuser()<Record<string, number>[]>`
      select max(sort_id)::float8 as high, max("when")::float8 as last,
        (select age(relfrozenxid) from pg_class where oid = 'prosodyarchive'::regclass)::float8 as age
      from prosodyarchive`;
    expect(health.sortIdHeadroom).toEqual({ used: truth?.high, max: 2 ** 63 });
    expect(health.whenHeadroom).toEqual({ last: truth?.last, until: 2_147_483_647 });
    expect(health.transactionAge.freezeMax).toBe(200_000_000);
    expect(Math.abs(health.transactionAge.age - (truth?.age ?? 0))).toBeLessThan(1_000);
    await asProsody((sql) => sql`select sum(length(value)) from prosodyarchive`);
    await expect
      .poll(async () => (await getHealth(grant)).cacheHitShare, PATIENCE)
      .toBeGreaterThan(0);
    expect((await getHealth(grant)).cacheHitShare).toBeLessThanOrEqual(1);
    expect((await getHealth(grant)).lastVacuum).toBeGreaterThan(1_700_000_000);
    expect(health.tables.find((it) => it.of === "archive")).toMatchObject({
      ...{ table: "public.prosodyarchive", owner: "prosody", mine: true },
    });
  });

  test("dead rows and bloat show after a large update", async () => {
    const before = await getHealth(grant);
    expect(before.bloat?.share).toBeLessThan(0.25);
    await asProsody((sql) => sql`update prosodyarchive set value = value where sort_id % 2 = 0`);
    await expect
      .poll(async () => (await getHealth(grant)).deadRows, PATIENCE)
      .toBeGreaterThan(before.deadRows + 4_000);
    const after = await getHealth(grant);
    expect(after.bloat?.bytes).toBeGreaterThan((before.bloat?.bytes ?? 0) + 1_000_000);
    await database.superuser()`vacuum prosodyarchive`;
  });

  test("compression is what PostgreSQL does to long rows, and to no others", async () => {
    const { compression } = await getHealth(grant);
    const [truth] = await database.superuser()<{ plain: number; stored: number; long: number }[]>`
      select sum(octet_length(value))::float8 as plain, sum(pg_column_size(value))::float8 as stored,
        count(*) filter (where pg_column_size(value) < octet_length(value))::float8 as long
      from prosodyarchive`;
    expect(compression).toMatchObject({ method: "pglz", thresholdBytes: 2032 });
    expect(compression?.sampled).toBeGreaterThan(500);
    // A sample of blocks: the shares agree, the numbers need not.
    const stored = (compression?.storedBytes ?? 0) / (compression?.plainBytes ?? 1);
    expect(stored).toBeLessThanOrEqual(1.05);
    expect(compression?.compressed).toBeLessThanOrEqual(truth?.long ?? 0);
  });

  test("what Prosody makes, what we add and what operators are told to make", async () => {
    const advice = await adviceOf();
    const said = (name: string) => short(advice.get(name));
    expect(said("prosodyarchive_pkey")).toBe("prosody present keep unique");
    expect(said("prosodyarchive_index")).toBe("prosody present keep unique");
    for (const name of ["prosodyarchive_with_when", "prosodyarchive_when", "prosodyarchive_sort"]) {
      expect(said(name)).toBe("prosody present keep needed");
    }
    // The dump is of 0.12, which has no unique index there.
    expect(said("prosody_index")).toBe("prosody present keep needed");
    expect(advice.has("prosody_unique_index")).toBe(false);
    expect(said("prosodyarchive_muniment_time")).toBe("muniment present keep needed");
    expect(said("message_owner")).toBe("muniment present keep needed");
    expect(said("prosodyarchive_when_index")).toBe(
      "guide missing not-needed covered prosodyarchive_muniment_time",
    );
    expect(said("prosodyarchive_user_store")).toMatch(/^guide missing not-needed covered prosody/);
    expect(advice.get("prosodyarchive_user_store")?.columns).toEqual(["host", "user", "store"]);
    for (const name of ["prosodyarchive_jid_when", "prosodyarchive_type_when"]) {
      expect(said(name)).toBe("guide missing not-needed never-helps");
    }
    for (const it of advice.values()) expect(it.use, it.name).not.toBeNull();
  });

  test("what operators made: superfluous, twice, unfit, unused, half built", async () => {
    const sql = database.prosody();
    await sql.unsafe(`
      create index prosodyarchive_user_store on prosodyarchive (host, "user", store);
      create index prosodyarchive_jid_when on prosodyarchive (host, "user", store, key, "when");
      create index prosodyarchive_type_when on prosodyarchive (host, "user", store, type, "when");
      create index my_sort on prosodyarchive (host, "user", store, sort_id);
      create index my_with on prosodyarchive ("with");
      create index my_partial on prosodyarchive (host) where store = 'archive';
      create index my_lower on prosodyarchive (lower("with"));
      create unique index my_unique on prosodyarchive (sort_id, host);
      create index my_broken on prosodyarchive (store)`);
    await database.superuser()`update pg_index set indisvalid = false where indexrelid = 'my_broken'::regclass`;
    const fresh = await adviceOf();
    expect(short(fresh.get("prosodyarchive_user_store"))).toMatch(
      /^guide duplicate drop prefix prosody/,
    );
    expect(short(fresh.get("prosodyarchive_jid_when"))).toBe("guide unused drop never-helps");
    expect(short(fresh.get("prosodyarchive_type_when"))).toBe("guide unused drop never-helps");
    expect(short(fresh.get("my_sort"))).toBe("guide duplicate drop same prosodyarchive_sort");
    expect(short(fresh.get("prosodyarchive_sort"))).toBe("prosody present keep needed");
    for (const name of ["my_with", "my_partial", "my_lower"]) {
      expect(short(fresh.get(name)), name).toBe("other unused keep too-early");
    }
    expect(short(fresh.get("my_unique"))).toBe("other present keep unique");
    expect(short(fresh.get("my_broken"))).toBe("other invalid drop leftover");
    expect(fresh.get("my_broken")?.statement).toBe(
      "drop index concurrently if exists public.my_broken",
    );
    expect(fresh.get("my_lower")?.columns).toEqual([expect.stringContaining("lower(")]);

    await asProsody(async (one) => {
      await one`set enable_seqscan = off`;
      await one`select from prosodyarchive where "with" = 'bob@chat.example'`;
    });
    await expect
      .poll(async () => short((await adviceOf()).get("my_with")), PATIENCE)
      .toBe("other present keep used");
    await sql.unsafe(`drop index prosodyarchive_user_store, prosodyarchive_jid_when,
      prosodyarchive_type_when, my_sort, my_with, my_partial, my_lower, my_unique, my_broken`);
  });

  test("what Prosody lacks is to be created, the unique index of 13 where both are gone", async () => {
    const sql = database.prosody();
    await sql.unsafe("drop index prosodyarchive_when, prosody_index, prosodyarchive_muniment_time");
    const advice = await adviceOf();
    expect(advice.get("prosodyarchive_when")).toMatchObject({
      ...{ state: "missing", advice: "create", reason: "prosody-lacks" },
      statement: `create index concurrently prosodyarchive_when on public.prosodyarchive (host, "user", store, "when")`,
    });
    expect(advice.get("prosody_unique_index")).toMatchObject({
      ...{ state: "missing", advice: "create", unique: true },
      statement: `create unique index concurrently prosody_unique_index on public.prosody (host, "user", store, key)`,
    });
    expect(advice.get("prosodyarchive_muniment_time")).toMatchObject({
      ...{ owner: "muniment", state: "missing", advice: "create", reason: "adopt-lacks" },
      columns: ["when", "sort_id"],
    });
    expect(short(advice.get("prosodyarchive_when_index"))).toBe(
      "guide missing not-needed covered prosodyarchive_muniment_time",
    );
    for (const it of advice.values()) {
      if (it.advice === "create") await sql.unsafe(it.statement ?? "");
    }
    expect([...(await adviceOf()).values()].filter((it) => it.advice === "create")).toEqual([]);
    await sql.unsafe(`create index prosody_index on prosody (host, "user", store, key)`);
    expect(short((await adviceOf()).get("prosody_index"))).toBe(
      "prosody duplicate drop superseded prosody_unique_index",
    );
  });

  test("slow queries say what is missing", async () => {
    expect(await listSlowQueries(grant)).toEqual({
      state: "missing",
      statement: "create extension pg_stat_statements;",
    });
    await database.superuser()`create extension pg_stat_statements`;
    expect(await listSlowQueries(grant)).toMatchObject({ state: "not-loaded" });
  });
});

describe("the layout of the operators' page", () => {
  const database = useTestDatabase({ fixture: "reference" });

  test("is described as well as it can be", async () => {
    const health = await getHealth(grant);
    expect(health).toMatchObject({
      sortIdHeadroom: null,
      whenHeadroom: { until: 2_147_483_647 },
      compression: { method: "pglz" },
    });
    expect(health.heapBytes).toBeGreaterThan(1_000_000);
  });

  test("its indexes are those of the guide", async () => {
    const advice = await adviceOf();
    expect(short(advice.get("prosodyarchive_index"))).toBe("guide present keep needed");
    expect(short(advice.get("prosodyarchive_store_when_index"))).toBe("guide present keep needed");
    expect(short(advice.get("prosodyarchive_user_store"))).toMatch(/not-needed covered/);
    expect(advice.get("prosodyarchive_muniment_time")).toMatchObject({ advice: "create" });
    await database.prosody()`drop index prosodyarchive_store_when_index`;
    const lacking = (await adviceOf()).get("prosodyarchive_store_when_index");
    expect(short(lacking)).toBe("guide missing create guide-lacks");
    await database.prosody().unsafe(lacking?.statement ?? "");
  });
});

describe("partitioned, as in data.md §6", () => {
  const database = useTestDatabase();

  test("sizes are added up, and what cannot be done is not offered as if it could", async () => {
    const sql = database.prosody();
    await sql.unsafe(`
      drop table prosodyarchive;
      create table prosodyarchive (sort_id bigserial, host text not null, "user" text not null, store text not null,
        key text not null, "when" integer not null, "with" text not null, type text not null, value text not null,
        primary key (sort_id, "user")) partition by hash ("user");
      create table archive_0 partition of prosodyarchive for values with (modulus 2, remainder 0);
      create table archive_1 partition of prosodyarchive for values with (modulus 2, remainder 1);
      create unique index prosodyarchive_index on prosodyarchive (host, "user", store, key);
      create index prosodyarchive_sort on prosodyarchive (host, "user", store, sort_id);
      grant select on prosodyarchive, archive_0, archive_1 to muniment_web, muniment_worker, muniment_migrate;
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
        select 'a', 'u' || i, 'archive', i::text, i, 'b@a', 'xml', repeat('x', 300) from generate_series(1, 2000) i`);
    await database.superuser()`analyze prosodyarchive`;
    const health = await getHealth(grant);
    const [truth] = await database.superuser()<{ bytes: number }[]>`
      select (pg_total_relation_size('archive_0') + pg_total_relation_size('archive_1'))::float8 as bytes`;
    expect(health.heapBytes + health.toastBytes + health.indexBytes).toBe(truth?.bytes);
    expect(health.bloat).toBeNull();
    expect(health.compression?.sampled).toBeGreaterThan(0);
    const sort = (await adviceOf()).get("prosodyarchive_sort");
    expect(sort).toMatchObject({ state: "present", owner: "prosody" });
    expect(sort?.bytes).toBeGreaterThan(0);
  });
});
