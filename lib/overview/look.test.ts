import { expect, test } from "vitest";
import { found } from "./checks/check";
import { TABLE_CHECKS, type TableFacts } from "./checks/tables";
import { lookAt, sumUp } from "./look";

const DAY = 86_400;
const NOW = 1_774_000_000;
const GIB = 1024 ** 3;

const WELL: TableFacts = {
  now: NOW,
  indexes: [],
  work: [],
  bloat: { bytes: 0, share: 0, estimated: true },
  headroom: {
    sortIdHeadroom: { used: 1_000, max: 2 ** 63 },
    whenHeadroom: { last: NOW, until: 2_147_483_647 },
    transactionAge: { age: 1_000, freezeMax: 200_000_000 },
  },
  server: { autovacuum: true, oldestPrepared: null },
  freeBytes: 100 * GIB,
  forecast: null,
};

const full = (days: number, source: "volume" | "setting" = "volume"): TableFacts["forecast"] => ({
  ...{ unit: "disk", perDay: 1, lives: [], points: [], basedOnDays: 90, band: "spread" },
  limit: { bytes: GIB, value: GIB, source },
  fullAt: { at: NOW + days * DAY, from: null, to: null },
});

const wrong = (facts: Partial<TableFacts>) =>
  sumUp(lookAt(TABLE_CHECKS, { ...WELL, ...facts }), ["admin"], NOW).findings.map(
    (it) => `${it.severity} ${it.id}`,
  );

test("a database in order has nothing to report", () => {
  const { checks, findings } = sumUp(lookAt(TABLE_CHECKS, WELL), ["admin"], NOW);
  expect(findings).toEqual([]);
  expect(checks.map((it) => it.outcome)).toEqual(TABLE_CHECKS.map(() => "pass"));
});

/** What cannot be brought about on a server that other tests use as well. */
const BROKEN: [name: string, facts: Partial<TableFacts>, finding: string][] = [
  ["autovacuum", { server: { autovacuum: false, oldestPrepared: null } }, "error autovacuum-off"],
  [
    "a prepared one",
    { server: { autovacuum: true, oldestPrepared: 4_000 } },
    "warning old-prepared",
  ],
  ["half empty", { bloat: { bytes: GIB, share: 0.6, estimated: true } }, "notice bloat"],
  ["no room", { freeBytes: GIB / 2 }, "error volume-low"],
  ["full in weeks", { forecast: full(60) }, "warning volume-low"],
  ["full in days", { forecast: full(3) }, "error volume-low"],
  ["a limit", { freeBytes: null, forecast: full(3, "setting") }, "warning volume-low"],
  [
    "never frozen",
    { headroom: { ...WELL.headroom, transactionAge: { age: 4e8, freezeMax: 2e8 } } },
    "warning transaction-age",
  ],
  [
    "nearly stopped",
    { headroom: { ...WELL.headroom, transactionAge: { age: 1.2e9, freezeMax: 2e8 } } },
    "error transaction-age",
  ],
  [
    "numbers spent",
    { headroom: { ...WELL.headroom, sortIdHeadroom: { used: 1.9e9, max: 2_147_483_647 } } },
    "error row-numbers",
  ],
  [
    "2037",
    { headroom: { ...WELL.headroom, whenHeadroom: { last: 2.12e9, until: 2_147_483_647 } } },
    "error stamps-end",
  ],
];

test.each(BROKEN)("%s", (_, facts, finding) => {
  expect(wrong(facts)).toEqual([finding]);
});

test("little that is empty, a young prepared transaction and a far end are no findings", () => {
  expect(wrong({ bloat: { bytes: 1_000_000, share: 0.9, estimated: true } })).toEqual([]);
  expect(wrong({ server: { autovacuum: true, oldestPrepared: 60 } })).toEqual([]);
  expect(wrong({ forecast: full(400) })).toEqual([]);
});

test("what could not be known is neither passed nor failed, and what does not matter is no check", () => {
  const { checks, findings } = sumUp(
    lookAt(TABLE_CHECKS, { ...WELL, bloat: null, freeBytes: null }),
    ["admin"],
    NOW,
  );
  expect(findings).toEqual([]);
  expect(checks.find((it) => it.id === "bloat")?.outcome).toBe("unknown");
  expect(checks.some((it) => it.id === "volume-low")).toBe(false);
});

test("the worst stands first, and no button leads to a closed door", () => {
  const looked = [
    {
      id: "bloat" as const,
      said: found<"bloat">("notice", { bytes: 1, percent: 60 }, { href: "/storage" }),
    },
    { id: "map-unindexed" as const, said: found<"map-unindexed">("error", {}, { command: "x" }) },
  ];
  expect(sumUp(looked, ["admin"], 0).findings.map((it) => it.id)).toEqual([
    "map-unindexed",
    "bloat",
  ]);
  expect(sumUp(looked, ["support"], 0).findings.map((it) => it.fix)).toEqual([
    null,
    { href: "/storage" },
  ]);
  expect(sumUp(looked, ["auditor"], 0).findings.map((it) => it.fix)).toEqual([null, null]);
});
