import { describe, expect, test } from "vitest";
import { readFixtureRows } from "@/lib/testing/fixture-rows";
import { parseStanza } from "./stanza";
import { xmlTokens } from "./xml-tokens";

const written = (xml: string) =>
  xmlTokens(xml)
    .map((it) => it.text)
    .join("");

describe("xmlTokens", () => {
  test("one element a line, texts and quotes as they are stored", () => {
    const xml = `<message from='a' xml:lang="en"><body>a &lt; b\n c</body><x xmlns='y'><z/></x><e></e></message>`;
    expect(written(xml)).toBe(
      `<message from='a' xml:lang="en">
  <body>a &lt; b\n c</body>
  <x xmlns='y'>
    <z/>
  </x>
  <e></e>
</message>`,
    );
  });

  test("says what each part is", () => {
    expect(xmlTokens("<a b='c'>d</a>")).toEqual([
      { type: "mark", text: "<" },
      { type: "tag", text: "a" },
      { type: "space", text: " " },
      { type: "attr", text: "b" },
      { type: "mark", text: "=" },
      { type: "value", text: "'c'" },
      { type: "mark", text: ">" },
      { type: "text", text: "d" },
      { type: "mark", text: "</" },
      { type: "tag", text: "a" },
      { type: "mark", text: ">" },
    ]);
  });

  test.each(["<a><b></a>", "not xml", "<!DOCTYPE a><a/>"])("verbatim otherwise: %s", (xml) => {
    expect(xmlTokens(xml)).toEqual([{ type: "text", text: xml }]);
  });

  test("a > inside an attribute, CDATA and comments do not confuse it", () => {
    const xml = "<a b='1>2'><!-- <x> --><![CDATA[<b>]]></a>";
    expect(written(xml)).toBe(xml);
  });

  test("every stanza of the fixture says the same after it", () => {
    for (const { value } of readFixtureRows().filter((_, index) => index % 7 === 0)) {
      const before = parseStanza(value);
      const after = parseStanza(written(value));
      if (value.length > 200_000) continue;
      expect(withoutBreaks(after)).toEqual(withoutBreaks(before));
    }
  });
});

/** Indentation between elements is all that may have been added. */
function withoutBreaks(value: unknown): string {
  return JSON.stringify(value, (key, part) =>
    key === "children" && Array.isArray(part) && part.some((it) => typeof it === "object")
      ? part.filter((it) => typeof it === "object")
      : part,
  );
}
