import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { someText } from "./generated.fixture";
import { MAX_LEXEME } from "./token";
import { tokenize } from "./tokenize";
import { tokenizeAny } from "./tokenize-any";

vi.setConfig({ testTimeout: 30_000 });

const check = (property: (text: string) => void) =>
  fc.assert(fc.property(someText, property), { numRuns: 3_000 });

/** True when no character is cut in two. */
function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return !(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}

test("each word stands inside the text, whole, in order", () => {
  check((text) => {
    let before = { start: 0, end: 0, position: 0 };
    for (const token of tokenize(text)) {
      const { start, end, position } = token;
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      // Several words of one character (ﷺ) share its place.
      expect(start).toBeGreaterThanOrEqual(before.start);
      expect(end).toBeGreaterThanOrEqual(before.end);
      expect(position).toBeGreaterThan(before.position);
      expect(isBorder(text, start) && isBorder(text, end)).toBe(true);
      before = token;
    }
  });
});

test("lexemes are well-formed, short, lower case, without a sign that PostgreSQL reads", () => {
  check((text) => {
    for (const { lexeme, exact } of tokenize(text))
      for (const form of [lexeme, exact]) {
        expect(form).toMatch(/^[^\s'\\:*\0\p{Cs}]+$/u);
        expect(form.length).toBeLessThanOrEqual(MAX_LEXEME);
      }
  });
});

test("a lexeme is the word it came from: made again, it is the same", () => {
  check((text) => {
    for (const { lexeme, exact } of tokenize(text)) {
      expect(tokenize(exact)).toMatchObject([{ lexeme, exact }]);
      expect(tokenize(lexeme)).toMatchObject([{ lexeme, exact: lexeme }]);
    }
  });
});

test("what stands around a word does not change it", () => {
  fc.assert(
    fc.property(someText, someText, (one, two) => {
      const words = (text: string) => tokenize(text).map((it) => [it.lexeme, it.exact]);
      expect(words(`${one}\n${two}`)).toEqual([...words(one), ...words(two)]);
    }),
    { numRuns: 3_000 },
  );
});

test("the short way through ASCII and the long one agree", () => {
  const ascii = fc.string({ unit: "binary-ascii", maxLength: 60 });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(tokenize(text)).toEqual(tokenizeAny(text));
    }),
    { numRuns: 2_000 },
  );
});

test("canonically equal texts have the same words", () => {
  check((text) => {
    const words = (form: string) => tokenize(text.normalize(form)).map((it) => it.exact);
    expect(words("NFD")).toEqual(words("NFC"));
  });
});
