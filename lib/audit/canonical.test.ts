import { expect, test } from "vitest";
import { canonicalJson, cleanText } from "./canonical";

test("RFC 8785: members in code-unit order, the shortest numbers, no spaces", () => {
  // Section 3.2.3 of the RFC.
  const members = {
    "\u20ac": "Euro",
    "\r": "CR",
    "\ufb33": "Dalet",
    "1": "One",
    "\u0080": "Control",
  };
  expect(canonicalJson({ ...members, "\ud83d\ude00": "Smiley", "\u00f6": "o" })).toBe(
    '{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"Smiley","\ufb33":"Dalet"}',
  );
  expect(canonicalJson({ n: [1e21 / 1e6, 4.5, 2e-3, 1e-27, -0] })).toBe(
    '{"n":[1000000000000000,4.5,0.002,1e-27,0]}',
  );
});

test.each([
  [2 ** 53 - 1, "9007199254740991"],
  [2 ** 53, '"9007199254740992"'],
  [-(2 ** 53), '"-9007199254740992"'],
  [9223372036854775807n, '"9223372036854775807"'],
  [1e300, '"1e+300"'],
  [Number.NaN, '"NaN"'],
  [Number.POSITIVE_INFINITY, '"Infinity"'],
])("%s is written as %s", (value, written) => {
  expect(canonicalJson({ value })).toBe(`{"value":${written}}`);
});

test("what PostgreSQL cannot hold becomes visible instead of failing", () => {
  expect(cleanText("a\0b")).toBe("a\u2400b");
  expect(cleanText("a\ud800b\udc00")).toBe("a\ufffdb\ufffd");
  expect(cleanText("\ud83d\ude00")).toBe("\ud83d\ude00");
  expect(canonicalJson({ "k\0": ["\ud800"] })).toBe('{"k\u2400":["\ufffd"]}');
});

test("members that are undefined are left out", () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});
