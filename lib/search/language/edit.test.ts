import { describe, expect, test } from "vitest";
import { asWords, splitWords, withBeginning, withoutChip } from "./edit";
import { parseQuery } from "./parse-query";

describe("a chip taken away", () => {
  test.each<[string, number, string]>([
    ["from:alice tender", 0, "tender"],
    ["from:alice tender", 1, "from:alice"],
    ["a or b c", 0, "b c"],
    ["a or b c", 1, "a c"],
    ["a or b or c", 1, "a OR c"],
    ["x a or b", 1, "x b"],
    // What stood apart is not joined by what goes.
    ["a or from:x b", 2, 'a "or" b'],
    ['a "not closed', 0, '"not closed"'],
    ['substring:"r, t" -end', 0, "-substring:end"],
    ["substring:a from:b", 0, "from:b"],
    ["only", 0, ""],
  ])("%s without chip %i", (text, index, expected) => {
    const chip = parseQuery(text).understood[index];
    if (!chip) throw new Error("no such chip");
    expect(withoutChip(text, chip)).toBe(expected);
  });
});

describe("a name that is only the beginning of one", () => {
  test.each([
    ["tender from:tom", "tender from:tom*"],
    ['-with:"J. Do" tender', '-with:"J. Do*" tender'],
    ['tender in:"dock', 'tender in:"dock*'],
  ])("%s", (text, expected) => {
    const names = (query: string) =>
      parseQuery(query).understood.find((it) => ["from", "with", "in"].includes(it.kind));
    const chip = names(text);
    if (!chip) throw new Error("no such chip");
    expect(withBeginning(text, chip)).toBe(expected);
    expect(names(expected)).toMatchObject({ ...chip, value: `${chip.value}*`, end: chip.end + 1 });
  });
});

describe("pieces of text asked as words", () => {
  test.each([
    ['substring:"our fig" from:mara', '"our fig" from:mara'],
    ["-substring:end tender or substring:bid", "-end tender OR bid"],
    ['"substring:x" y', '"substring:x" y'],
  ])("%s", (text, expected) => {
    expect(asWords(text)).toBe(expected);
    expect(parseQuery(expected).substring).toBe(false);
  });
});

describe("words stay, filters may go into the URL", () => {
  test.each<[string, string, string]>([
    [
      'from:a tender or "our figure" after:2026 -crane',
      'tender OR "our figure" -crane',
      "from:a after:2026",
    ],
    ["kind:secret kind:text https://x", "kind:secret https://x", "kind:text"],
    ['substring:"x y" accents:exact order:oldest', 'substring:"x y"', "accents:exact order:oldest"],
    ['tender from:"ken sato', "tender", 'from:"ken sato"'],
    ['from:"a b" "not closed', '"not closed"', 'from:"a b"'],
    ["!!! from:", "!!!", "from:"],
    ["", "", ""],
  ])("%s", (text, words, filters) => {
    expect(splitWords(text)).toEqual({ words, filters });
  });
});
