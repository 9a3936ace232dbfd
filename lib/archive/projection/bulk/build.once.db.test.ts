import { afterEach, describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { Indexer, type StepResult } from "../indexer";
import { missingIndexes } from "../message-indexes";
import { type BuildStep, readState } from "../state";
import { projectionStatus } from "../status";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });
const indexers: Indexer[] = [];

/** Every archive is a large one to it. */
function largeIndexer(): Indexer {
  const indexer = new Indexer(pools().jobs, { settleSeconds: 0, largeRows: 1 });
  indexers.push(indexer);
  return indexer;
}

afterEach(async () => {
  await Promise.all(indexers.splice(0).map((it) => it.close()));
});

const startAnew = () => database.superuser()`update console.indexer_state set rebuild = true`;
const stepNow = async () => (await readState(pools().jobs)).step;
const hasBegun = async () => {
  const { step, watermark } = await readState(pools().jobs);
  return step === "rows" && watermark > 0;
};
const isBuilt = async () => (await projectionStatus()).state === "ready";

/** As often as it takes until that holds. */
async function until(indexer: Indexer, holds: () => Promise<boolean>): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (let n = 0; !(await holds()); n += 1) {
    if (n > 5_000) throw new Error("waited in vain");
    results.push(await indexer.step());
    if (results.at(-1) !== "worked") await new Promise((done) => setTimeout(done, 20));
  }
  return results;
}

const definitions = () => database.superuser()`
  select indexname, indexdef from pg_indexes
  where schemaname = 'console' and tablename = 'message' order by 1`;

describe("the first build of a large archive", () => {
  test("says the same as a recount, and leaves the same indexes as the migrations", async () => {
    await until(new Indexer(pools().jobs, { settleSeconds: 0 }), isBuilt);
    const before = await definitions();
    await startAnew();
    const indexer = largeIndexer();
    await until(indexer, async () => (await stepNow()) === "rows");
    expect(await definitions()).toHaveLength(1);
    await until(indexer, isBuilt);
    await expectTrueProjection(database);
    expect(await definitions()).toEqual(before);
    expect(await missingIndexes(pools().jobs)).toEqual([]);
    const [analysed] = await database.superuser()`
      select count(*)::int as n from pg_stats where schemaname = 'console' and tablename = 'message'
        and attname = 'tsv'`;
    expect(analysed).toEqual({ n: 1 });
  });

  test.each(["rows", "indexes", "marks", "counts", "words"] as BuildStep[])(
    "rows that come, change and go while it is at '%s', and a worker that dies there",
    async (step) => {
      await startAnew();
      const killed = largeIndexer();
      await until(killed, async () => (await stepNow()) === step);
      await killed.step();
      await killed.close();
      const sql = database.prosody();
      const kept = await prosody.append(sql, { key: `kept ${step}`, body: "stays as it is" });
      const changed = await prosody.append(sql, { key: `changed ${step}`, body: "before" });
      const [old] = await sql<{ id: number; key: string; user: string; host: string }[]>`
        select sort_id::float8 as id, key, "user", host from prosodyarchive
        where store = 'archive' and value like '%<body>%' order by sort_id limit 1`;
      if (!old) throw new Error("the fixture has messages");
      await prosody.set(sql, {
        ...old,
        store: "archive",
        value: "<message><body>new</body></message>",
      });
      await sql`delete from prosodyarchive where sort_id in (
        select sort_id from prosodyarchive where store = 'archive' order by sort_id desc offset 50 limit 40)`;
      await sql`update prosodyarchive set value = '<message><body>after</body></message>'
        where sort_id = ${changed}`;
      await until(largeIndexer(), isBuilt);
      await expectTrueProjection(database);
      const bodies = await database.superuser()`
        select body from console.message where sort_id in (${kept}, ${changed}, ${old.id}) order by body`;
      expect(bodies.map((it) => it.body)).toEqual(["after", "new", "stays as it is"]);
    },
  );

  test("rows deleted or changed between being read and being written", async () => {
    await startAnew();
    const indexer = largeIndexer();
    await until(indexer, hasBegun);
    // What comes next was read already.
    const sql = database.prosody();
    const { watermark } = await readState(pools().jobs);
    await sql`delete from prosodyarchive where sort_id in (
      select sort_id from prosodyarchive where sort_id > ${watermark} order by sort_id limit 3)`;
    await sql`update prosodyarchive set value = '<message><body>changed</body></message>'
      where sort_id in (select sort_id from prosodyarchive
        where sort_id > ${watermark} and store = 'archive' order by sort_id limit 3)`;
    await until(indexer, isBuilt);
    await expectTrueProjection(database);
  });

  test("TRUNCATE in the middle begins anew", async () => {
    await startAnew();
    const indexer = largeIndexer();
    await until(indexer, async () => (await stepNow()) === "marks");
    const sql = database.prosody();
    await sql`create table kept as select * from prosodyarchive order by sort_id limit 2000`;
    await sql`truncate prosodyarchive`;
    await sql`insert into prosodyarchive select * from kept`;
    await until(indexer, isBuilt);
    await expectTrueProjection(database);
  });

  test("two workers: one builds, the other waits and goes on when the first is gone", async () => {
    await startAnew();
    const [one, two] = [largeIndexer(), largeIndexer()];
    await until(one, hasBegun);
    expect(await two.step()).toBe("idle");
    await one.close();
    await until(two, isBuilt);
    await expectTrueProjection(database);
  });

  test("an index that was left half built, or dropped by hand, is built", async () => {
    const sql = database.superuser();
    await sql`update pg_index set indisvalid = false where indexrelid = 'console.message_when'::regclass`;
    await sql`drop index console.message_substring`;
    const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
    await until(indexer, async () => (await missingIndexes(pools().jobs)).length === 0);
    await expectTrueProjection(database);
  });
});
