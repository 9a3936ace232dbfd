import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attr, childElements, textOf } from "./element";
import { parseStanza, STANZA_LIMITS } from "./stanza";

function parse(xml: string) {
  const parsed = parseStanza(xml);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.element;
}

function problem(xml: string): string | null {
  const parsed = parseStanza(xml);
  return parsed.ok ? null : parsed.problem;
}

describe("parseStanza", () => {
  test("a stanza as Prosody stores it is jabber:client, with or without saying so", () => {
    const stored = parse("<message to='a@b'><body>hi</body></message>");
    const said = parse("<message xmlns='jabber:client' to='a@b'><body>hi</body></message>");
    expect(stored).toEqual(said);
    expect(stored.xmlns).toBe("jabber:client");
  });

  test("attributes keep their written names, prefixed ones never pass for plain ones", () => {
    const element = parse("<message xml:lang='en' xmlns:f='urn:f' f:id='forged' id='1'/>");
    expect(attr(element, "id")).toBe("1");
    expect(attr(element, "xml:lang")).toBe("en");
    expect(Object.keys(element.attrs)).toEqual(["xml:lang", "f:id", "id"]);
  });

  test("an attribute called __proto__ is an attribute", () => {
    const { attrs } = parse("<message __proto__='x' constructor='y'/>");
    expect(Object.entries(attrs)[0]).toEqual(["__proto__", "x"]);
    expect(Object.getPrototypeOf(attrs)).toBe(null);
    expect(attr(parse("<message/>"), "constructor")).toBe(null);
  });

  test("the five entities and character references are read, no others", () => {
    const body = parse("<b>&lt;&gt;&amp;&apos;&quot;&#65;&#x1F600;</b>");
    expect(textOf(body)).toBe("<>&'\"A😀");
    expect(problem("<b>&nbsp;</b>")).toMatch(/entity/);
  });

  test.each([
    ["a document type", "<!DOCTYPE b><b/>"],
    ["an entity of its own", "<!DOCTYPE b [<!ENTITY a 'aaaa'>]><b>&a;</b>"],
    ["an external entity", "<!DOCTYPE b SYSTEM 'http://evil.example/x.dtd'><b/>"],
  ])("%s is refused", (_, xml) => {
    expect(problem(xml)).toBe("A document type is not allowed.");
  });

  test("depth, nodes and bytes are bounded", () => {
    const nested = (levels: number) => "<a>".repeat(levels) + "</a>".repeat(levels);
    expect(problem(nested(STANZA_LIMITS.depth))).toBe(null);
    expect(problem(nested(STANZA_LIMITS.depth + 1))).toMatch(/deeper than 64/);
    expect(problem(`<a>${"<b/>".repeat(STANZA_LIMITS.nodes - 1)}</a>`)).toBe(null);
    expect(problem(`<a>${"<b/>".repeat(STANZA_LIMITS.nodes)}</a>`)).toMatch(/5000 nodes/);
    const room = STANZA_LIMITS.bytes - "<a></a>".length;
    expect(problem(`<a>${"x".repeat(room)}</a>`)).toBe(null);
    expect(problem(`<a>${"x".repeat(room + 1)}</a>`)).toMatch(/larger than 1 MiB/);
    expect(problem(`<a>${"漢".repeat(STANZA_LIMITS.bytes / 3)}</a>`)).toMatch(/larger than 1 MiB/);
  });

  test.each([
    "",
    "plain text",
    "<message>",
    "<message><body></message>",
    "<message secret:a='1'/>",
    "<message a='1' a='2'/>",
    "<message>\u0001</message>",
    "<message>&#0;</message>",
    "<message/><message/>",
    '{"stanza":"<message/>"}',
  ])("what is not well-formed is told: %j", (xml) => {
    expect(problem(xml)).toBeTruthy();
  });

  test("the problem quotes nothing of the stanza: it is shown to those who may not read it", () => {
    for (const xml of [
      "<secret>",
      "<a></secret>",
      "<a secret:b='1'/>",
      "<a secret='1' secret='2'/>",
    ]) {
      expect(problem(xml)).not.toMatch(/secret/);
    }
  });

  test("a cut stanza gives what has been read", () => {
    const cut = parseStanza("<message id='1'><body>half of a sen", { truncated: true });
    expect(cut.ok && childElements(cut.element).map(textOf)).toEqual(["half of a sen"]);
    const inTag = parseStanza("<message id='1'><body>whole</body><x xmlns='jab", {
      truncated: true,
    });
    expect(inTag.ok && childElements(inTag.element).map((it) => it.name)).toEqual(["body"]);
  });

  test("a cut does not excuse what is broken before it", () => {
    expect(parseStanza("<message><body></x>", { truncated: true }).ok).toBe(false);
    expect(parseStanza("<mess", { truncated: true }).ok).toBe(false);
  });

  test("never throws, whatever it is given", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "</",
      "/>",
      "message",
      " id='",
      "'",
      "&",
      ";",
      "a",
      "😀",
    );
    const junk = fc.oneof(
      fc.string({ unit: "binary-ascii" }),
      fc.array(pieces).map((it) => it.join("")),
    );
    fc.assert(
      fc.property(junk, fc.boolean(), (xml, truncated) => {
        const parsed = parseStanza(xml, { truncated });
        expect(parsed.ok || parsed.problem.length > 0).toBe(true);
      }),
    );
  });
});
