import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { overview } from "@/lib/i18n/en/overview";

const handbook = path.resolve(import.meta.dirname, "..", "docs", "operations.md");

it("the handbook says of every check of the overview when it fails", () => {
  const text = readFileSync(handbook, "utf8");
  const table = text.split("## The overview and its checks")[1]?.split("\n## ")[0] ?? "";
  const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap((row) => row[1]?.split(", ") ?? []);
  expect(
    named
      .slice(1)
      .filter((it) => !/^-+$/.test(it))
      .sort(),
  ).toEqual(Object.values(overview.checks).sort());
});
