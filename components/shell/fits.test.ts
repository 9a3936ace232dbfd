import { expect, it } from "vitest";
import { fits } from "./fits";

it.each([
  [["Asia/Kathmandu", "asia kathmandu"], "kath", 1],
  [["Africa Khartoum"], "kath", 0],
  [["Theme: dark"], "mar", 0],
  [["Theme: dark"], "DARK", 1],
  [["America Port of Spain"], "port_of", 1],
  [["Sign out"], "gn", 0.5],
  [["Archive"], "", 1],
])("%j and %s: %d", (names, typed, score) => {
  expect(fits(names, typed)).toBe(score);
});
