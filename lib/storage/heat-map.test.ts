import { expect, test } from "vitest";
import { heatMap } from "./heat-map";
import { dayOf, dayStart, type Offset } from "./zone-days";

const at = (iso: string) => Date.parse(iso) / 1_000;
/** Europe/Berlin in 2026. */
const BERLIN: Offset[] = [
  { at: 0, seconds: 3_600 },
  { at: at("2026-03-29T01:00:00Z"), seconds: 7_200 },
  { at: at("2026-10-25T01:00:00Z"), seconds: 3_600 },
];
const KATHMANDU: Offset[] = [{ at: 0, seconds: 20_700 }];

/** One row in each quarter-hour of these UTC days. */
const even = (first: number, days: number) =>
  Array.from({ length: days }, (_, n) => ({
    day: first + n,
    rowsUntil: Array.from({ length: 96 }, (_, k) => k + 1),
  }));

function map(offsets: Offset[], from: string, days: number, lines = even(dayOf(from) - 2, 40)) {
  const first = dayOf(from);
  return heatMap(lines, offsets, {
    first,
    last: first + days - 1,
    from: dayStart(offsets, first),
    to: dayStart(offsets, first + days),
  });
}

test("a day has 23 and 25 hours, and an even archive stays even", () => {
  for (const [from, hours] of [
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ] as const) {
    const day = dayOf(from);
    expect(dayStart(BERLIN, day + 1) - dayStart(BERLIN, day)).toBe(hours * 3_600);
    const found = map(BERLIN, from, 7);
    expect(found).toMatchObject({ from, busiest: { rows: 4 } });
    // In spring 02:00 never was on that Sunday, in one week.
    const missing = found.cells.flatMap((row, weekday) =>
      row.flatMap((rows, hour) => (rows === 4 ? [] : [`${weekday} ${hour} ${rows}`])),
    );
    expect(missing).toEqual(hours === 23 ? ["6 2 0"] : []);
  }
});

test("hours of a zone at 5:45 are its own", () => {
  // 2026-06-01 was a Monday; at 10:00 UTC it is 15:45 in Kathmandu.
  const lines = [
    { day: dayOf("2026-06-01"), rowsUntil: Array.from({ length: 96 }, (_, k) => (k < 40 ? 0 : 7)) },
  ];
  const found = map(KATHMANDU, "2026-06-01", 14, lines);
  expect(found.busiest).toEqual({ weekday: 0, hour: 15, rows: 3.5 });
  expect(found.cells.flat().filter((it) => it > 0)).toEqual([3.5]);
});

test("nothing is busy where there is nothing", () => {
  expect(map(KATHMANDU, "2026-06-01", 7, []).busiest).toBeNull();
});
