import fs from "node:fs";
import { expect, test } from "vitest";
import { isInstalled, OLDER_POSTGRES } from "./older-postgres.mjs";
import { inRoot } from "./root.mjs";

test("the oldest version that is promised is one that tests run on", () => {
  const promise = fs.readFileSync(inRoot("docs", "operations.md"), "utf8");
  const oldest = /\*\*PostgreSQL (\d+) or newer\*\*/.exec(promise)?.[1] ?? "none";
  expect(Object.keys(OLDER_POSTGRES)).toContain(oldest);
});

test("a package that npm left out is not taken for one that is there", () => {
  expect(isInstalled("postgres-12")).toBe(false);
  expect(isInstalled("postgres")).toBe(true);
});
