/** Files that people in a yard send each other. */

/** @typedef {import("./random.mjs").Random} Random */

/** @type {((r: Random) => [string, string, number, number])[]} name, type, from bytes, to bytes */
const FILES = [
  (r) => [`IMG_${r.int(1000, 9899)}.jpg`, "image/jpeg", 9e5, 5e6],
  (r) => [`PXL_${r.int(100000, 999999)}.jpg`, "image/jpeg", 9e5, 6e6],
  (r) => [
    `crane-${r.int(1, 3)}-${r.pick(["brake", "hook", "boom", "cab"])}-${r.int(1, 40)}.jpg`,
    "image/jpeg",
    4e5,
    4e6,
  ],
  (r) => [
    `D2-${r.pick(["GA", "ST", "EL", "PI"])}-${r.int(100, 499)}-rev-${r.pick(["A", "B", "C", "D", "E"])}.pdf`,
    "application/pdf",
    2e5,
    9e6,
  ],
  (r) => [
    `${r.pick(["invoice", "Rechnung", "fatura", "facture"])}-${r.int(20000, 29999)}.pdf`,
    "application/pdf",
    3e4,
    4e5,
  ],
  (r) => [`delivery-note-${r.int(3000, 9999)}.pdf`, "application/pdf", 3e4, 3e5],
  (r) => [
    `weld-log-hall-${r.int(1, 5)}-wk${r.int(1, 52)}.ods`,
    "application/vnd.oasis.opendocument.spreadsheet",
    2e4,
    2e5,
  ],
  (r) => [`voice-${r.int(1, 99)}.ogg`, "audio/ogg", 2e4, 4e5],
  (r) => [
    `timesheet-wk${r.int(1, 52)}.xlsx`,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    2e4,
    9e4,
  ],
  (r) => [
    `${r.pick(["отчёт", "報告書", "保險單", "תוכנית", "φωτο", "تقرير"])}-${r.int(1, 60)}.pdf`,
    "application/pdf",
    6e4,
    2e6,
  ],
  (r) => [`station-4-level-wk${r.int(1, 52)}.csv`, "text/csv", 9e3, 2e5],
  (r) => [`dock 2 (${r.int(1, 30)}).mp4`, "video/mp4", 4e6, 9e6],
];

const CAPTIONS = [
  "as promised",
  "the new one, please delete the old",
  "page 3",
  "see the left corner",
  "signed",
  "this is what I mean",
  "not pretty but it holds",
];

/** @param {Random} random */
export function fileFor(random) {
  const [name, type, low, high] = random.pick(FILES)(random);
  const caption = random.chance(0.3) ? random.pick(CAPTIONS) : undefined;
  return { name, type, size: random.int(low, high), caption };
}
