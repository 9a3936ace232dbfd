import { expect, it } from "vitest";
import { templates, wordsFor } from "./phrase-book.mjs";

it("knows words for every slot of every dialogue", () => {
  expect(templates.length).toBeGreaterThan(200);
  for (const { lang, lines } of templates) {
    for (const { text } of lines) {
      for (const [, name = ""] of text.matchAll(/\{(\w+)\}/g)) {
        expect(wordsFor(lang, name.replace(/\d+$/, "")).length).toBeGreaterThan(2);
      }
      expect(text.replace(/\{\w+\}/g, "")).not.toMatch(/[{}]/);
    }
  }
});
