import { expect, test } from "vitest";
import { cookieOf } from "./cookie-of";

test.each([
  ["a=1; b=2", "b", "2"],
  ["a=1;b=2", "b", "2"],
  ["b=x=y; b=z", "b", "x=y"],
  ["xb=1; b =2", "b", "2"],
  ["b=; a=1", "b", null],
  ["b", "b", null],
  ["a=1", "b", null],
  ["", "b", null],
  [null, "b", null],
])("of %j the cookie %s is %j", (header, name, value) => {
  expect(cookieOf(header, name)).toBe(value);
});
