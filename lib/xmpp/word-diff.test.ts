import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "./word-diff";

describe("diffWords", () => {
  test.each([
    [
      "The deploy is on Friday.",
      "The deploy is on Monday.",
      [
        ["same", "The deploy is on "],
        ["remove", "Friday"],
        ["add", "Monday"],
        ["same", "."],
      ],
    ],
    [
      "明日の会議",
      "明後日の会議",
      [
        ["same", "明"],
        ["add", "後"],
        ["same", "日の会議"],
      ],
    ],
    [
      "ok 👍",
      "ok 👍🏽",
      [
        ["same", "ok "],
        ["remove", "👍"],
        ["add", "👍🏽"],
      ],
    ],
    [
      "don’t",
      "do",
      [
        ["remove", "don’t"],
        ["add", "do"],
      ],
    ],
    ["", "new", [["add", "new"]]],
    ["same", "same", [["same", "same"]]],
    ["", "", []],
  ])("%j to %j", (before, after, expected) => {
    expect(diffWords(before, after).map((it) => [it.op, it.text])).toEqual(expected);
  });

  test("never takes an emoji sequence or a letter with its marks apart", () => {
    const parts = diffWords("e\u0301 👩‍👩‍👧", "e 👩‍👩‍👦").filter((it) => it.op !== "same");
    expect(parts.map((it) => it.text)).toEqual(["e\u0301", "e", "👩‍👩‍👧", "👩‍👩‍👦"]);
  });

  test("both versions can be put together again", () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom("the", " ", "\n", "漢", "👍", ","), fc.string()),
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(""), b.join("")];
        const parts = diffWords(before, after);
        const without = (op: string) =>
          parts
            .filter((it) => it.op !== op)
            .map((it) => it.text)
            .join("");
        expect([without("add"), without("remove")]).toEqual([before, after]);
      }),
    );
  });

  test("two long texts with nothing in common are all removed and all added", () => {
    const before = Array.from({ length: 6_000 }, (_, it) => `a${it}`).join(" ");
    const after = Array.from({ length: 6_000 }, (_, it) => `b${it}`).join(" ");
    expect(diffWords(before, after)).toEqual([
      { op: "remove", text: before },
      { op: "add", text: after },
    ]);
  });
});
