import { expect, test } from "vitest";
import { figuresOf } from "@/components/storage/frame/use-figures";
import { overview as de } from "@/lib/i18n/de/overview";
import { overview as en } from "@/lib/i18n/en/overview";
import type { Findings, Nights, NightTarget, Size } from "@/lib/overview/views";
import type { Growth } from "@/lib/storage/views";
import { type Known, sentenceOf } from "./sentence";

const MIB = 1024 ** 2;

const growth = (rows: number, hosts: number): Growth => ({
  ...{
    zone: "UTC",
    step: "day",
    starts: [0],
    end: 86_400,
    split: "host",
    measuredSince: null,
    asOf: 1,
  },
  series: Array.from({ length: hosts }, (_, at) => ({
    ...{ key: `h${at}`, label: `h${at}`, rows: [1], bytes: [1], before: { rows: 0, bytes: 0 } },
  })),
  total: { rows, bytes: 9 * MIB },
});

const size = (rows: number, hosts = 3): Size => ({
  estimatedRows: 1_234,
  counted: {
    state: "ready",
    data: {
      growth: growth(rows, hosts),
      forecasts: { rows: null, bytes: null },
      disk: null,
      diskBytes: 13 * MIB,
      arrive: { rows: 120, bytes: 1, days: 28 },
    },
  },
});

const target = (rows: number): NightTarget => ({
  ...{ host: "h0", store: "archive", expiresAfterSeconds: 1, nextRunAt: 0, known: true },
  ...{
    rows: new Array(14).fill(rows),
    bytes: new Array(14).fill(1),
    overdue: { rows: 0, bytes: 0 },
  },
});

const NIGHTS: Nights = {
  state: "ready",
  known: true,
  targets: [target(20)],
  never: [],
  off: [],
  unknown: [],
};
const NONE: Findings = { checks: [], findings: [], partial: false, at: 0 };
const one = {
  id: "bloat",
  severity: "notice",
  params: { bytes: 1, percent: 60 },
  fix: null,
} as const;

const KNOWN: Known = {
  ...{ host: null, size: size(1_844), nights: NIGHTS, trail: null, findings: NONE },
  ...{ waiting: 0, running: 0 },
};

const say = (known: Partial<Known>, words = en, locale: "en" | "de" = "en") =>
  sentenceOf({ ...KNOWN, ...known }, words.sentence, figuresOf(locale, "UTC"))
    .map(({ lead, rest }) => `${lead}${rest}`)
    .join(" ")
    .replaceAll("\u00a0", " ");

test("how big, how fast, what goes, what is wrong", () => {
  expect(say({})).toBe(
    "1,844 archive rows in 13.0 MiB on three hosts, 100 more every day. 20 rows expire within a day. Every check passes.",
  );
  const checks = [{ id: "bloat", outcome: "unknown" } as const];
  expect(say({ findings: { ...NONE, checks } })).toMatch(
    /Every check that could be made passes\.$/,
  );
  expect(say({ waiting: 1, running: 1 })).toContain(
    "One request waits for your yes. One job is under way.",
  );
  expect(say({ findings: { ...NONE, findings: [one, one, one] } })).toMatch(
    /Three things are wrong\.$/,
  );
});

test("the same in German", () => {
  const findings = { ...NONE, findings: [one] };
  expect(say({ findings, running: 2 }, de, "de")).toBe(
    "1.844 Archivzeilen in 13,0 MiB auf drei Hosts, jeden Tag 100 mehr. 20 Zeilen laufen binnen eines Tages ab. Zwei Aufträge sind in Arbeit. Eine Sache stimmt nicht.",
  );
});

test("one host by its name, with the bytes of its stanzas, which are all it has of its own", () => {
  const { counted, ...rest } = size(1, 1);
  if (counted.state !== "ready") throw new Error("not counted");
  const alone: Size = {
    ...rest,
    counted: { state: "ready", data: { ...counted.data, diskBytes: null } },
  };
  expect(say({ host: "h0", size: alone })).toMatch(/^1 archive row in 9\.0 MiB on h0, 100 more/);
});

test("nothing is invented: no expiry is known, so the pace is that of what is left", () => {
  const unknown = [{ host: "h0", store: "archive", reason: "no-config" }];
  const said = say({ nights: { ...NIGHTS, known: false, targets: [], unknown } });
  expect(said).toBe(
    "1,844 archive rows in 13.0 MiB on three hosts. How long rows stay is not known. Every check passes.",
  );
});

test("an archive that shrinks, stands still, keeps everything, or lost nothing yet", () => {
  expect(say({ nights: { ...NIGHTS, targets: [target(500)] } })).toContain(
    ", 380 fewer every day.",
  );
  expect(say({ nights: { ...NIGHTS, targets: [target(120)] } })).toContain(
    ", neither more nor fewer",
  );
  expect(say({ nights: { ...NIGHTS, targets: [] } })).not.toContain("expire");
  expect(say({ nights: { ...NIGHTS, targets: [target(0)] } })).toContain(
    "Nothing expires within a day.",
  );
  expect(say({ nights: { ...NIGHTS, targets: [target(1)] } })).toContain(
    "1 row expires within a day.",
  );
});

test("an empty archive, one that is not indexed, one that is being counted", () => {
  expect(say({ size: size(0, 0) })).toMatch(/^No archive row is stored yet\. The figures come/);
  const absent: Size = { estimatedRows: 1_234, counted: { state: "absent" } };
  expect(say({ size: absent })).toMatch(/^About 1,234 archive rows, by PostgreSQL’s estimate/);
  const counted = { state: "building", builtRows: 30, totalRows: 100, secondsLeft: null } as const;
  expect(say({ size: { estimatedRows: 1_234, counted } })).toMatch(
    /^About 1,234 archive rows; 30% of/,
  );
});

test("for an auditor the trail stands first, and only what was looked at for him passes", () => {
  const trail = { entries: 1_204, today: 31, refused: 0, actions: [] };
  const said = say({ size: null, trail, findings: { ...NONE, partial: true } });
  expect(said).toBe(
    "1,204 entries on the audit trail, 31 of them since yesterday. 20 rows expire within a day. Every check that you may see passes.",
  );
});
