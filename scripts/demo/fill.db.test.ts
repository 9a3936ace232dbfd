import { expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { fillDemo } from "./fill.mjs";
import { generate } from "./generate.mjs";

const database = useTestDatabase();
const NOW = new Date("2031-05-14T10:20:30Z");

it("copies both tables as they are, cheaply, and leaves the sequence behind them", async () => {
  const sql = database.prosody();
  const before = process.cpuUsage();
  await sql.begin((tx) => fillDemo(tx, NOW));
  // Our own work: the machine may be busy with other tests.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(8);

  const { archive, settings } = generate(NOW);
  const rows = await sql`
    select sort_id::int, host, "user", store, key, "when", "with", type, value
    from prosodyarchive order by sort_id`;
  expect(rows.length).toBe(archive.length);
  expect(rows.filter((row, i) => JSON.stringify(row) !== JSON.stringify(archive[i]))).toEqual([]);
  const [found] = await sql`select count(*)::int as n from prosody`;
  expect(found?.n).toBe(settings.length);
  const [next] = await sql`select nextval('prosodyarchive_sort_id_seq')::int as id`;
  expect(next?.id).toBe(archive.length + 1);
  const [broken] = await sql`
    select count(*)::int as n from prosodyarchive where not xml_is_well_formed_document(value)`;
  expect(broken?.n).toBe(1);
}, 60_000);
