import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { getHistogram } from "./histogram";

const grant = testGrant("archive.browse", ["support"]);
const ZONES = ["Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "UTC"];

/** Days as Intl counts them: nothing of the product's SQL. */
function countByDay(stamps: number[], zone: string): Map<string, number> {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const days = new Map<string, number>();
  for (const stamp of stamps) {
    const day = format.format(stamp * 1000);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

describe.each([
  { fixture: "prosody-0.12", indexed: true },
  { fixture: "prosody-0.12", indexed: false },
  { fixture: "reference", indexed: true },
  { fixture: "reference", indexed: false },
] as const)("the histogram of $fixture, projection $indexed", ({ fixture, indexed }) => {
  const database = useTestDatabase({ fixture, indexed });
  const when = fixture === "reference" ? "when_col" : '"when"';
  const owner = { host: "chat.example", user: "alice" };
  const stampsOf = async () => {
    const rows = await database.superuser()<{ at: number }[]>`
      select ${database.superuser().unsafe(when)} as at from prosodyarchive
      where host = ${owner.host} and "user" = ${owner.user} and store = 'archive'`;
    return rows.map((it) => it.at);
  };

  it.each(ZONES)("equals counting by hand in %s", async (zone) => {
    const stamps = await stampsOf();
    const view = await getHistogram(grant, { ...owner, peer: null, zone, from: null, to: null });
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
    if (view.unit !== "day") throw new Error(`the fixture fits into days, not ${view.unit}`);
    const found = new Map(
      view.buckets
        .filter((it) => it.rows > 0)
        .map((it) => [format.format(it.start * 1000), it.rows]),
    );
    expect(found).toEqual(countByDay(stamps, zone));
    expect(view).toMatchObject({
      rows: stamps.length,
      first: Math.min(...stamps),
      last: Math.max(...stamps),
      missing: false,
    });
    for (const [at, bucket] of view.buckets.entries()) {
      expect(bucket.end).toBe(view.buckets[at + 1]?.start ?? bucket.end);
    }
  });

  it("counts a range of days, both inclusive", async () => {
    const zone = "Asia/Kathmandu";
    const days = countByDay(await stampsOf(), zone);
    const [from, to] = [...days.keys()].sort().slice(-3, -1) as [string, string];
    const view = await getHistogram(grant, { ...owner, peer: null, zone, from, to });
    const expected = [...days].filter(([day]) => day >= from && day <= to);
    expect(view.rows).toBe(expected.reduce((sum, [, rows]) => sum + rows, 0));
  });

  it("counts one conversation, or says that it cannot", async () => {
    const peer = "bob@chat.example";
    const view = await getHistogram(grant, { ...owner, peer, zone: "UTC", from: null, to: null });
    if (fixture === "reference" && !indexed) {
      expect(view).toMatchObject({ missing: true, buckets: [] });
      return;
    }
    const all = await getHistogram(grant, {
      ...owner,
      peer: null,
      zone: "UTC",
      from: null,
      to: null,
    });
    expect(view.rows).toBeGreaterThan(100);
    expect(view.rows).toBeLessThan(all.rows);
  });

  it("of nobody is empty", async () => {
    const nobody = { host: "chat.example", user: "nobody", peer: null };
    const view = await getHistogram(grant, { ...nobody, zone: "UTC", from: null, to: null });
    expect(view).toMatchObject({ buckets: [], rows: 0, first: null, last: null });
  });
});
