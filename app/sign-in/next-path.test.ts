import { expect, it } from "vitest";
import { nextPath } from "./next-path";

it.each([
  "/archive",
  "/archive/northquay.example/mara%2Fx?with=tomas%40northquay.example",
  "/audit?action=archive.read#newest",
])("goes to %s", (path) => {
  expect(nextPath(path)).toBe(path);
});

it.each([
  undefined,
  ["/archive", "/audit"],
  "",
  "archive",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example",
  "/\n//evil.example",
  "/a\\..\\..//evil.example",
  "javascript:alert(1)",
  "/sign-in?next=/sign-in",
  "/api/auth/signout",
  "/no-access",
  "/..//evil.example/%0d%0a",
  `/${"a".repeat(2_001)}`,
])("stays at home for %s", (asked) => {
  expect(nextPath(asked)).toBe("/");
});
