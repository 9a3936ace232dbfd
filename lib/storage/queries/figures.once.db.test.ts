import { beforeAll, describe, expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { ConsoleError } from "@/lib/errors";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { adoptAll, indexAll } from "@/lib/testing/stages";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Counted } from "../views";
import { listArrivals } from "./arrivals";
import { getGrowth } from "./growth";
import { getHeatMap } from "./heat";
import { getKindCosts } from "./kinds";
import { getOwnerStorage } from "./owner";
import { listOwnersBySize } from "./owners";

const grant = testGrant("storage.read", ["support"]);

function ready<T>(answer: Counted<T>): T {
  if (answer.state !== "ready") throw new Error(answer.state);
  return answer.data;
}

describe("of a real Prosody's rows", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

  test("kinds cost what they cost", async () => {
    const { kinds, encrypted, copies } = ready(await getKindCosts(grant, { host: null }));
    const rows = await database.superuser()<{ kind: number; n: number; bytes: number }[]>`
      select m.kind, count(*)::int as n, sum(octet_length(a.value))::int as bytes
      from prosodyarchive a join console.message m using (sort_id) group by 1 order by 2 desc`;
    const all = rows.reduce((sum, it) => sum + it.n, 0);
    const expected = rows.map((it) => ({
      kind: MESSAGE_KINDS[it.kind],
      rows: it.n,
      bytes: it.bytes,
      share: it.n / all,
    }));
    expect(kinds).toHaveLength(expected.length);
    expect(kinds).toEqual(expect.arrayContaining(expected));
    expect(kinds.map((it) => it.rows)).toEqual(expected.map((it) => it.rows));
    expect(copies).toBeNull();
    const months = await database.superuser()<{ at: number; rows: number; encrypted: number }[]>`
      select extract(epoch from date_trunc('month', to_timestamp("when") at time zone 'UTC'))::float8 as at,
        count(*)::int as rows, count(*) filter (where kind = 2)::int as encrypted
      from console.message where kind in (1, 2, 9) group by 1 order by 1`;
    for (const month of months) {
      const n = encrypted.starts.indexOf(month.at);
      expect([encrypted.rows[n], encrypted.encrypted[n]]).toEqual([month.rows, month.encrypted]);
    }
    const sum = (list: number[]) => list.reduce((total, it) => total + it, 0);
    expect(sum(encrypted.rows)).toBe(sum(months.map((it) => it.rows)));
  });

  test("kinds of one host", async () => {
    const { kinds } = ready(await getKindCosts(grant, { host: "rooms.chat.example" }));
    expect(kinds.find((it) => it.kind === "text")?.rows).toBe(1_035);
    expect(kinds.some((it) => it.kind === "receipt")).toBe(false);
  });

  test.each(["rows", "bytes"] as const)("owners by %s, and the rest is the rest", async (unit) => {
    const { owners, rest } = ready(await listOwnersBySize(grant, { unit, host: null, limit: 5 }));
    expect(owners).toHaveLength(5);
    const all = await database.superuser()<
      { who: string; room: boolean; rows: number; bytes: number; texts: number; last: number }[]
    >`
      select a."user" || '@' || a.host as who, a.store = 'muc_log' as room, count(*)::int as rows,
        sum(octet_length(a.value))::int as bytes, count(*) filter (where m.kind in (1, 9))::int as texts,
        max(a."when") as last
      from prosodyarchive a join console.message m using (sort_id)
      where store in ('archive', 'muc_log') group by 1, 2 order by ${database.superuser()(unit)} desc`;
    expect(owners.map((it) => it[unit])).toEqual(all.slice(0, 5).map((it) => it[unit]));
    for (const owner of owners) {
      const same = all.find((it) => it.who === `${owner.user}@${owner.host}`);
      const { room, rows, bytes, texts = 0, last } = same ?? {};
      expect(owner).toMatchObject({ room, rows, bytes, last, textShare: texts / (rows ?? 1) });
    }
    const named = new Set(owners.map((it) => `${it.user}@${it.host}`));
    const others = all.filter((it) => !named.has(it.who));
    const sum = (room: boolean, of: (it: (typeof all)[number]) => number) =>
      others.filter((it) => it.room === room).reduce((total, it) => total + of(it), 0);
    expect(rest).toEqual({
      people: sum(false, () => 1),
      peopleRows: sum(false, (it) => it.rows),
      rooms: sum(true, () => 1),
      roomsRows: sum(true, (it) => it.rows),
      bytes: sum(false, (it) => it.bytes) + sum(true, (it) => it.bytes),
    });
    expect(rest.people + rest.rooms).toBeGreaterThan(3);
  });

  test("a room has its name", async () => {
    const { owners } = ready(
      await listOwnersBySize(grant, { unit: "rows", host: "rooms.chat.example", limit: 50 }),
    );
    expect(owners.every((it) => it.room && it.host === "rooms.chat.example")).toBe(true);
    expect(owners.some((it) => it.name !== null)).toBe(true);
  });

  test("one person by store and by month", async () => {
    const alice = ready(await getOwnerStorage(grant, { host: "chat.example", user: "alice" }));
    const stores = await database.superuser()`
      select store, count(*)::float8 as rows, sum(octet_length(value))::float8 as bytes,
        min("when") as first, max("when") as last
      from prosodyarchive where host = 'chat.example' and "user" = 'alice' group by 1 order by 3 desc, 1`;
    expect(alice.stores).toEqual([...stores]);
    const months = await database.superuser()<{ at: number; rows: number; bytes: number }[]>`
      select extract(epoch from date_trunc('month', to_timestamp("when") at time zone 'UTC'))::float8 as at,
        count(*)::int as rows, sum(octet_length(value))::int as bytes
      from prosodyarchive where host = 'chat.example' and "user" = 'alice' group by 1 order by 1`;
    const found = alice.months.starts.flatMap((at, n) => {
      const rows = alice.months.rows[n] ?? 0;
      return rows > 0 ? [{ at, rows, bytes: alice.months.bytes[n] }] : [];
    });
    expect(found).toEqual([...months]);
    expect(alice.months.starts.length).toBeGreaterThan(found.length);
    expect(alice.total.rows).toBe(months.reduce((sum, it) => sum + it.rows, 0));
    const nobody = getOwnerStorage(grant, { host: "chat.example", user: "nobody" });
    await expect(nobody).rejects.toBeInstanceOf(ConsoleError);
  });
});

describe("of the last weeks", () => {
  const database = useTestDatabase({ fixture: "empty", adopted: true });

  beforeAll(async () => {
    await database.prosody()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'a.example', 'anna', 'archive', 'k' || n,
        extract(epoch from now())::int - (n * 7919::bigint * n % (86400 * 200))::int, 'x@y', 'xml', '<message/>'
      from generate_series(1, 5000) n`;
    await indexAll();
  });

  test.each(["UTC", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Europe/Berlin"])(
    "by hour and weekday in %s, as PostgreSQL's calendar has it",
    async (zone) => {
      const map = ready(await getHeatMap(grant, { zone, weeks: 20, host: null }));
      expect(map.weeks).toBe(20);
      const cells = await database.superuser()<
        { weekday: number; hour: number; rows: number; hours: number }[]
      >`
      with quarters as (
        select extract(epoch from q)::int as at, q at time zone ${zone} as local
        from generate_series((${map.from}::date - 2)::timestamp at time zone 'UTC',
          (${map.to}::date + 3)::timestamp at time zone 'UTC', '15 minutes') q
      ), inside as (
        select extract(isodow from local)::int - 1 as weekday, extract(hour from local)::int as hour, at
        from quarters where local::date between ${map.from}::date and ${map.to}::date
      )
      select weekday, hour, count(*) / 4.0::float8 as hours, sum((select count(*) from prosodyarchive
        where "when" >= at and "when" < at + 900))::int as rows
      from inside group by 1, 2`;
      expect(cells).toHaveLength(168);
      for (const { weekday, hour, rows, hours } of cells) {
        expect(map.cells[weekday]?.[hour]).toBeCloseTo(rows / hours, 2);
      }
    },
  );

  test("fewer weeks where there are no more", async () => {
    const map = ready(await getHeatMap(grant, { zone: "UTC", weeks: 104, host: null }));
    expect(map.weeks).toBe(28);
  });

  test("arrivals of each day", async () => {
    const zone = "America/St_Johns";
    const { starts, rows } = ready(await listArrivals(grant, { zone, days: 90 }));
    expect(starts).toHaveLength(91);
    const days = await database.superuser()<{ at: number; rows: number }[]>`
      select extract(epoch from date_trunc('day', to_timestamp("when"), ${zone}))::float8 as at,
        count(*)::int as rows
      from prosodyarchive group by 1 order by 1 desc limit 91`;
    expect(Object.fromEntries(starts.map((at, n) => [at, rows[n]]))).toMatchObject(
      Object.fromEntries(
        days.filter((it) => it.at >= (starts[0] ?? 0)).map((it) => [it.at, it.rows]),
      ),
    );
  });
});

describe("before there is anything to say", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12" });
  const growth = { split: "host", zone: "UTC", from: null, to: null, step: null } as const;
  const answers = () =>
    Promise.all([
      getGrowth(grant, { ...growth, host: null }),
      getHeatMap(grant, { zone: "UTC", weeks: 8, host: null }),
      getKindCosts(grant, { host: null }),
      listOwnersBySize(grant, { unit: "bytes", host: null, limit: 5 }),
      getOwnerStorage(grant, { host: "chat.example", user: "alice" }),
      listArrivals(grant, { zone: "UTC", days: 5 }),
    ]);

  test("an archive that is not indexed, and one whose index is being built", async () => {
    expect(new Set((await answers()).map((it) => it.state))).toEqual(new Set(["absent"]));
    await adoptAll();
    for (const it of await answers()) {
      expect(it).toMatchObject({ state: "building", totalRows: expect.any(Number) });
    }
    await indexAll();
    expect(new Set((await answers()).map((it) => it.state))).toEqual(new Set(["ready"]));
  });

  test("an empty archive has no figures, and no error", async () => {
    await database.prosody()`truncate prosodyarchive`;
    await indexAll();
    const empty = ready(await getGrowth(grant, { ...growth, host: null }));
    expect(empty).toMatchObject({ series: [], total: { rows: 0, bytes: 0 } });
    expect(
      ready(await getHeatMap(grant, { zone: "UTC", weeks: 8, host: null })).busiest,
    ).toBeNull();
    expect(ready(await getKindCosts(grant, { host: null })).kinds).toEqual([]);
    const owners = await listOwnersBySize(grant, { unit: "rows", host: null, limit: 5 });
    expect(ready(owners).owners).toEqual([]);
  });

  test("a zone that PostgreSQL does not know is the asker's fault", async () => {
    await expect(
      getGrowth(grant, { ...growth, zone: "Mars/Olympus", host: null }),
    ).rejects.toMatchObject({ code: "invalid", details: { field: "zone" } });
    expect((await pools().interactive`select 1 as one`)[0]).toEqual({ one: 1 });
  });
});
