import { expect, it } from "vitest";
import { wrapWords } from "./wrap-words";

it("breaks between words, keeps them all, and lets a long one stand alone", () => {
  expect(wrapWords("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapWords("a incomprehensibilities b", 7)).toEqual(["a", "incomprehensibilities", "b"]);
  expect(wrapWords("", 7)).toEqual([]);
});
