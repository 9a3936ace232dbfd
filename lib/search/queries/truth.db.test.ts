import { beforeAll, describe, expect, it } from "vitest";
import { openReveal, type Reading } from "@/lib/auth/reading";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { withSecret } from "@/lib/testing/secret";
import { adoptAll, indexAll } from "@/lib/testing/stages";
import { fillDemo } from "@/scripts/demo/fill.mjs";
import type { SearchCriteria } from "../criteria";
import { parseQuery } from "../language/parse-query";
import { BruteForce } from "../testing/brute-force";
import { type PlainRow, readPlainRows } from "../testing/plain-rows";
import { QueryMaker, randomFrom } from "../testing/random-queries";
import { findMatches } from "./find";
import { forgetFrequencies } from "./frequencies";
import { resolveScope } from "./scope";
import { searchMessages } from "./search";

const db = useTestDatabase();
withSecret();
const QUERIES = 300;
const SEED = Number(process.env.FC_SEED ?? 20261122);

/** The last weeks of the demo: every kind of message, and few enough to look at all of them 300 times. */
async function fill() {
  const sql = db.superuser();
  await sql.begin((tx) => fillDemo(tx, new Date("2026-11-22T12:00:00Z")));
  await sql`delete from prosodyarchive where "when" <
    (select max("when") - 70 * 86400 from prosodyarchive)`;
  await adoptAll();
  await indexAll();
  await sql`vacuum (analyze) console.message`;
  forgetFrequencies();
}

describe("a search finds what is there, all of it, in order, and nothing else", () => {
  const grant = testGrant("search.text", ["compliance"]);
  let rows: PlainRow[];
  let brute: BruteForce;
  let reading: Reading;

  beforeAll(async () => {
    await fill();
    rows = await readPlainRows(db.superuser());
    brute = new BruteForce(rows);
    const request = { host: null, user: null, reason: "Truth test of the search" } as const;
    reading = await openReveal(testGrant("archive.read", ["compliance"]), request);
  }, 600_000);

  it(`${QUERIES} queries of every class, against a look at every row`, async () => {
    const random = randomFrom(SEED);
    const maker = new QueryMaker(rows, random);
    let found = 0;
    for (let at = 0; at < QUERIES; at += 1) {
      const text = maker.make();
      const criteria: SearchCriteria = {
        query: parseQuery(text),
        zone: "Europe/Berlin",
        order: random() < 0.5 ? "newest" : "oldest",
        before: null,
        limit: 50,
        copies: random() < 0.6 ? "one" : "rows",
      };
      const expected = brute.search(criteria);
      // Small archives would always be asked at once: less is called few, so that every way is taken.
      const few = [2_000, 100, 5][at % 3];
      const ids = await pageByPage(criteria, expected.length, few);
      const { order, copies } = criteria;
      const about = { text, order, copies, few };
      // Said first, because it says more than two long lists.
      expect({ ...about, ...differences(ids, expected) }).toEqual({
        ...about,
        missing: [],
        wrong: [],
      });
      expect({ ...about, ids }).toEqual({ ...about, ids: expected });
      if (expected.length > 0) found += 1;
    }
    expect(found).toBeGreaterThan(QUERIES / 2);
  }, 600_000);

  it("pages of the product are these rows, with their words", async () => {
    const query = parseQuery("the");
    const criteria = { query, zone: "UTC", order: "newest", limit: 20, copies: "one" } as const;
    const expected = brute.search({ ...criteria, before: null });
    const shown: number[] = [];
    for (let before: string | null = null; shown.length < 60; ) {
      const page = await searchMessages(grant, [reading], { ...criteria, before });
      shown.push(...page.hits.map((it) => it.line.message.rowId));
      // In a file's name or a subject there is nothing to light up in the text.
      const texts = page.hits.filter(({ line }) => line.message.kind === "text");
      expect(texts.filter(({ line }) => line.highlights.length === 0)).toEqual([]);
      before = page.next;
      if (before === null) break;
    }
    expect(shown).toEqual(expected.slice(0, shown.length));
    expect(shown.length).toBeGreaterThanOrEqual(60);
  });

  it("each line says what became of it since, as is: finds it", async () => {
    const about = { zone: "UTC", order: "newest", before: null, copies: "rows" } as const;
    const changed = (is: "edited" | "retracted") =>
      new Set(brute.search({ ...about, limit: 50, query: parseQuery(`is:${is}`) }));
    const [edited, retracted] = [changed("edited"), changed("retracted")];
    let seen = 0;
    for (const text of ["is:edited", "is:retracted", "the"]) {
      const query = parseQuery(text);
      const page = await searchMessages(grant, [reading], { ...about, limit: 200, query });
      for (const line of page.hits.flatMap((it) =>
        [it.before ?? [], it.line, it.after ?? []].flat(),
      )) {
        const { rowId } = line.message;
        const truth = [edited.has(rowId) && "edited", retracted.has(rowId) && "retracted"];
        expect(line.changed, `row ${rowId}`).toEqual(truth.filter(Boolean));
        seen += line.changed.length;
      }
    }
    expect(seen).toBeGreaterThan(50);
  });
});

function differences(ids: number[], expected: number[]) {
  const [found, wanted] = [new Set(ids), new Set(expected)];
  return {
    missing: expected.filter((id) => !found.has(id)).slice(0, 10),
    wrong: ids.filter((id) => !wanted.has(id)).slice(0, 10),
  };
}

/** Page by page to the end, as the pages do; larger pages where there are many. */
async function pageByPage(criteria: SearchCriteria, about: number, few: number | undefined) {
  const sql = pools().search;
  const scope = await resolveScope(sql, criteria, [{ host: null, user: null }]);
  const limit = Math.max(7, Math.ceil(about / 6));
  const ids: number[] = [];
  for (let from = null; ; ) {
    const options = { order: criteria.order, from, limit, signal: null, few };
    const { rows, cut } = await findMatches(sql, scope, options);
    expect(cut).toBe(false);
    ids.push(...rows.map((it) => it.rowId));
    const last = rows.at(-1);
    if (!last || rows.length < limit) return ids;
    from = last as never;
  }
}
