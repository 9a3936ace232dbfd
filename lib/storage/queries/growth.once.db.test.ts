import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { indexAll } from "@/lib/testing/stages";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Growth, SplitBy, Step } from "../views";
import { getGrowth } from "./growth";

const grant = testGrant("storage.read", ["support"]);
const database = useTestDatabase({ fixture: "empty", adopted: true });

/** Days on which clocks are changed: by an hour, by half an hour, at midnight, and a day that never was. */
const CHANGES = [
  "2026-03-29", // Europe/Berlin and Atlantic/Azores: forward
  "2026-10-25", // back; in the Azores 00:00 comes twice
  "2026-03-08", // America/St_Johns and America/Havana
  "2026-11-01",
  "2026-04-05", // Australia/Lord_Howe: by half an hour
  "2026-10-04",
  "2011-12-30", // Pacific/Apia had no such day
];
const ZONES = [
  "UTC",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Europe/Berlin",
  "Atlantic/Azores",
  "America/Havana",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const [FROM, TO] = ["2011-12-01", "2026-11-30"];

/** The first and the last second of every quarter-hour of three days, and as many in between. */
beforeAll(async () => {
  await database.prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select (array['a.example', 'b.example', 'rooms.example'])[1 + n % 3], 'u' || n % 5,
      (array['archive', 'archive', 'muc_log', 'pep_x'])[1 + n % 4], 'k' || n, at, 'x@y', 'xml',
      format('<message from="x@y"><body>%s</body></message>', repeat('x', n % 700))
    from (
      select row_number() over ()::int as n, (extract(epoch from d::timestamptz) + q * 900 + s)::int as at
      from unnest(${CHANGES}::text[]) d cross join generate_series(-96, 191) q
        cross join unnest(array[0, 450, 899]) s
    ) moments`;
  await indexAll();
});

const ask = async (split: SplitBy, zone: string, step: Step | null, from = FROM, to = TO) => {
  const answer = await getGrowth(grant, { split, zone, step, from, to, host: null });
  if (answer.state !== "ready") throw new Error(answer.state);
  return answer.data;
};

/** "key day" → "rows bytes", of buckets in which there is something. */
async function found(growth: Growth): Promise<Record<string, string>> {
  const names = await database.superuser()<{ day: string }[]>`
    select to_char(to_timestamp(at) at time zone ${growth.zone}, 'YYYY-MM-DD') as day
    from unnest(${growth.starts}::float8[]) with ordinality as s(at, n) order by n`;
  return Object.fromEntries(
    growth.series.flatMap(({ key, rows, bytes }) =>
      rows.flatMap((count, n) =>
        count > 0 ? [[`${key} ${names[n]?.day}`, `${count} ${bytes[n]}`]] : [],
      ),
    ),
  );
}

/** The same by PostgreSQL's own calendar out of Prosody's rows. */
async function truth(key: string, zone: string, step: Step): Promise<Record<string, string>> {
  const sql = database.superuser();
  const rows = await sql<{ name: string; sums: string }[]>`
    select ${sql.unsafe(key)} || ' ' || to_char(
        date_trunc(${step}, to_timestamp(a."when") at time zone ${zone}), 'YYYY-MM-DD') as name,
      count(*) || ' ' || sum(octet_length(a.value)) as sums
    from prosodyarchive a left join console.message m using (sort_id) group by 1`;
  return Object.fromEntries(rows.map((it) => [it.name, it.sums]));
}

describe.each(ZONES)("in %s", (zone) => {
  test.each(["day", "week", "month"] as const)("by %s as date_trunc has it", async (step) => {
    // Days of fifteen years would be more than a screen has room for.
    const spans =
      step === "day"
        ? [
            ["2011-12-01", "2012-12-01"],
            ["2026-01-01", TO],
          ]
        : [[FROM, TO]];
    for (const split of ["host", "store"] as const) {
      const parts = await Promise.all(spans.map(([a, b]) => ask(split, zone, step, a, b)));
      expect(parts.map((it) => it.step)).toEqual(spans.map(() => step));
      const answers = Object.assign({}, ...(await Promise.all(parts.map(found))));
      const expected = await truth(`a.${split}`, zone, step);
      expect(Object.keys(expected).length).toBeGreaterThan(10);
      expect(answers).toEqual(expected);
    }
  });
});

test("kinds are of UTC days, whatever the zone", async () => {
  const growth = await ask("kind", "Asia/Kathmandu", "month");
  expect(growth.zone).toBe("UTC");
  const kind = `coalesce((array['${MESSAGE_KINDS.join("','")}'])[m.kind + 1], 'counted')`;
  expect(await found(growth)).toEqual(await truth(kind, "UTC", "month"));
});

test("what lies before the range is where the sum over time begins", async () => {
  const whole = await ask("host", "Europe/Berlin", "month");
  const late = await ask("host", "Europe/Berlin", "month", "2026-06-01");
  expect(late.total).toEqual(whole.total);
  for (const { key, rows, bytes, before } of late.series) {
    const same = whole.series.find((it) => it.key === key);
    const sum = (list: number[] = []) => list.reduce((total, it) => total + it, 0);
    expect(before.rows + sum(rows)).toBe(sum(same?.rows));
    expect(before.bytes + sum(bytes)).toBe(sum(same?.bytes));
    expect(before.rows).toBeGreaterThan(0);
  }
});

test("a host alone, a host that does not exist, and a step that would be too many buckets", async () => {
  const question = { split: "store", zone: "UTC", step: null, from: FROM, to: TO } as const;
  const one = await getGrowth(grant, { ...question, host: "b.example" });
  const [count] = await database.superuser()`
    select count(*)::int as n from prosodyarchive where host = 'b.example'`;
  expect(one).toMatchObject({ state: "ready", data: { total: { rows: count?.n }, step: "month" } });
  const none = await getGrowth(grant, { ...question, host: "nowhere.example" });
  expect(none).toMatchObject({ state: "ready", data: { total: { rows: 0 }, series: [] } });
  expect((await ask("host", "UTC", "day")).step).toBe("week");
});
