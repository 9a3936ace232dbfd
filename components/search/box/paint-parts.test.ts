import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/search/language/parse-query";
import { paintParts } from "./paint-parts";

const painted = (text: string) =>
  paintParts(text, parseQuery(text).understood)
    .filter((it) => it.look !== "plain")
    .map((it) => `${it.look} ${it.text.trim()}`);

describe("the colours of the box", () => {
  it("tell operators, phrases and exclusions", () => {
    expect(painted('in:northquay.example tender or "our figure" -crane -from:leo')).toEqual([
      "op in:",
      "op or",
      'phrase "our figure"',
      "neg -crane",
      "neg -from:leo",
    ]);
  });

  it.each(["", "   ", "tender", 'a "b', "from: x", "a OR", "OR b", "--x", 'in:"a b" or c'])(
    "leave %j as it is",
    (text) => {
      expect(
        paintParts(text, parseQuery(text).understood)
          .map((it) => it.text)
          .join(""),
      ).toBe(text);
    },
  );
});
