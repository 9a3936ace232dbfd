import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/search/language/parse-query";
import { termOf, withTerm } from "../operators";
import { wordTerm } from "./filter-choices";

const understood = (text: string) =>
  parseQuery(text).understood.map(
    ({ kind, value, negative }) => `${negative ? "-" : ""}${kind} ${value}`,
  );

describe("what is added by mouse is understood as it was meant", () => {
  it.each([
    [wordTerm("words", "tender  crane", false), ["word tender", "word crane"]],
    [
      wordTerm("words", "-crane or from:mara", false),
      ["phrase -crane", "phrase or", "phrase from:mara"],
    ],
    [wordTerm("words", "crane", true), ["-word crane"]],
    [wordTerm("phrase", 'our "figure"', false), ["phrase our  figure"]],
    [wordTerm("phrase", "our figure", true), ["-phrase our figure"]],
    [wordTerm("prefix", "ship*", false), ["prefix ship"]],
    [termOf("from", "J. Doe", true), ["-from J. Doe"]],
    [termOf("in", "dock-2@rooms.a.example"), ["in dock-2@rooms.a.example"]],
    [termOf("substring", "tend"), ["substring tend"]],
    [termOf("during", "2026-03"), ["during 2026-03"]],
  ])("%s", (term, wanted) => {
    expect(understood(term)).toEqual(wanted);
    expect(understood(withTerm("kind:file ", term))[0]).toBe("kind file");
  });
});
