import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTILE } from "@/scripts/demo/hostile.mjs";
import { countInvisible, segments } from "./visible-text";

const text = (value: string) => [{ type: "text", text: value }];
const marks = (value: string) =>
  segments(value).flatMap((it) => (it.type === "mark" ? it.label : []));
const links = (value: string) => segments(value).filter((it) => it.type === "link");

describe("what may be shown as it is", () => {
  test.each([
    "plain words, punctuation & <b>markup</b>",
    "line one\nline two\ttabbed\r\nand three",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇺 1️⃣ ❤️ ☂︎ 🧑🏿‍🚀 👍🏽",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "می‌خواهم",
    "क्‍ष",
    "e\u0301 Ç̌ שָׁלוֹם ปี่",
    "漢字 かな 한국어 ﷺ 𝕌𝕟𝕚 𐍈",
    "",
  ])("%j", (value) => {
    expect(segments(value)).toEqual(value === "" ? [] : text(value));
  });
});

describe("what cannot be seen is marked", () => {
  test.each([
    ["\u202Eevil.exe\u202C", ["right-to-left override", "pop directional formatting"]],
    [
      "a\u2066b\u2069\u200F",
      ["left-to-right isolate", "pop directional isolate", "right-to-left mark"],
    ],
    [
      "zero\u200bwidth\u200djoin\ufeff",
      ["zero width space", "zero width joiner", "byte order mark"],
    ],
    ["line\u2028sep\u2029par\x85nel", ["line separator", "paragraph separator", "next line"]],
    ["\0\x07\x1b[31m\x7f", ["null", "control character", "escape", "delete"]],
    ["a\rb", ["carriage return"]],
    ["x\u{E0067}\u{E0062}", ["tag character", "tag character"]],
    ["soft\u00adhyphen \u3164 \u2800", ["soft hyphen", "Hangul filler", "Braille blank"]],
    ["half \ud83d of an emoji", ["half of a character"]],
    ["\ufe0f", ["variation selector"]],
    ["a\ufe01\ufe02\ufe03", ["variation selector", "variation selector", "variation selector"]],
  ])("%j", (value, expected) => {
    expect(marks(value)).toEqual(expected);
    expect(countInvisible(value)).toBe(expected.length);
  });

  test("a mark says which character it was", () => {
    expect(segments("a\u202eb")).toEqual([
      { type: "text", text: "a" },
      { type: "mark", codePoint: 0x202e, label: "right-to-left override", text: "\u202e" },
      { type: "text", text: "b" },
    ]);
  });

  test("stacked marks keep four, the rest is one mark", () => {
    expect(segments(`Z${"\u0351".repeat(9)}A`)).toEqual([
      { type: "text", text: `Z${"\u0351".repeat(4)}` },
      { type: "mark", codePoint: 0x351, label: "5 stacked marks", text: "\u0351".repeat(5) },
      { type: "text", text: "A" },
    ]);
  });
});

describe("links", () => {
  test.each([
    ["https://example.com/x?a=1&b=2#f", "https://example.com/x?a=1&b=2#f", "example.com"],
    ["https://bank.example@evil.example/", "https://bank.example@evil.example/", "evil.example"],
    ["https://пример.рф", "https://xn--e1afmkfd.xn--p1ai/", "xn--e1afmkfd.xn--p1ai"],
    ["https://аpple.com", "https://xn--pple-43d.com/", "xn--pple-43d.com"],
    ["http://0x7f.1:8080/", "http://127.0.0.1:8080/", "127.0.0.1:8080"],
    ["xmpp:room@muc.example?join", "xmpp:room@muc.example?join", "muc.example"],
    ["mailto:bob@example.org", "mailto:bob@example.org", "example.org"],
    ["geo:51.75,-1.25;u=10", "geo:51.75,-1.25;u=10", ""],
  ])("%s", (value, href, host) => {
    expect(segments(value)).toEqual([{ type: "link", href, text: value, host }]);
  });

  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT://x/%0aalert(1)",
    "data:text/html,<script>1</script>",
    "file:///etc/passwd",
    "aesgcm://up.example/a.jpg#00",
    "https://",
    "geo:nowhere",
    "mailto:nobody",
    "xmpp:",
    "www.example.com",
    "bob@example.com",
    "nothttps://example.com",
  ])("%s is none", (value) => {
    expect(links(value)).toEqual([]);
  });

  test.each([
    ["see https://example.com/a.", "https://example.com/a"],
    ["(https://example.com/a)", "https://example.com/a"],
    ["https://example.com/a_(b)!", "https://example.com/a_(b)"],
    ["<https://example.com/a>", "https://example.com/a"],
    ['"https://example.com/a"', "https://example.com/a"],
    ["见https://example.com/a。好", "https://example.com/a"],
    ["https://example.com/\u202Egpj.exe", "https://example.com/"],
  ])("%s ends where the address ends", (value, address) => {
    expect(links(value).map((it) => it.text)).toEqual([address]);
  });

  test("no link stacks marks over its neighbours", () => {
    expect(links(`https://example.com/a${"\u0351".repeat(9)}`)).toEqual([]);
  });
});

test("nothing is lost or added, whatever is written", () => {
  const pieces = fc.constantFrom(
    ...HOSTILE.filter((it) => it.length < 300),
    "https://a.example/(",
    ").",
    "\u200d",
    "\ufe0f",
    "\u0301",
    "\ud83d",
    "👩",
    "\r",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const value = parts.join("");
      expect(
        segments(value)
          .map((it) => it.text)
          .join(""),
      ).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test("long bodies are cut up in linear time", () => {
  const long = [
    "https://a.".repeat(20_000),
    `${"\u0301".repeat(200_000)}`,
    "👩\u200d".repeat(70_000),
    "((((".repeat(50_000),
    `https://example.com/${")".repeat(200_000)}`,
  ];
  const started = performance.now();
  for (const value of long) segments(value);
  expect(performance.now() - started).toBeLessThan(3_000);
});
