import { expect, it } from "vitest";
import { toCsv } from "./to-csv";
import { said } from "./twin";

it("is RFC 4180, with numbers as numbers and formulas made harmless", () => {
  const csv = toCsv({
    columns: [{ name: "Day, UTC" }, { name: "Rows", number: true }],
    rows: [
      { key: "1", cells: [said("2026-03-18"), { text: "1,204", value: 1204 }] },
      { key: "2", cells: [said('=cmd|"x"'), { text: "–", value: null }] },
      { key: "3", cells: [said("two\nlines"), { text: "−3", value: -3 }] },
    ],
  });
  expect(csv).toBe(
    '\ufeff"Day, UTC",Rows\r\n2026-03-18,1204\r\n"\'=cmd|""x""",\r\n"two\nlines",-3\r\n',
  );
});
