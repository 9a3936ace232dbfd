import { describe, expect, it } from "vitest";
import { accept, spotAt } from "./spot";

/** `|` is the caret. */
function at(text: string) {
  const caret = text.indexOf("|");
  return { text: text.replace("|", ""), spot: spotAt(text.replace("|", ""), caret) };
}

describe("what is typed at the caret", () => {
  it.each([
    ["fr|", null, "fr"],
    ["tender -fr|", null, "fr"],
    ["from:|", "from", ""],
    ["from:al|", "from", "al"],
    ["-FROM:al| tender", "from", "al"],
    ['from:"J. D|', "from", "J. D"],
    ['from:"J. D|oe" tender', "from", "J. D"],
    ["in:dock|-2", "in", "dock"],
  ])("%s", (typed, operator, value) => {
    expect(at(typed).spot).toMatchObject({ operator, typed: value });
  });

  it.each(["|", "tender |", '"from:al|', '"our fi|', "fr|om", "http://x|", "10:3|", "überf|"])(
    "nothing for %s",
    (typed) => {
      expect(at(typed).spot).toBeNull();
    },
  );
});

describe("a suggestion taken", () => {
  const take = (typed: string, insert: string) => {
    const { text, spot } = at(typed);
    const done = accept(text, spot!, insert);
    return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
  };
  it.each([
    ["tender fr|", "from:", "tender from:|"],
    ["tender -fr| x", "from:", "tender -from:|x"],
    ["from:al| tender", "alice@a.example", "from:alice@a.example |tender"],
    ['from:"J. D|oe" tender', '"J. Doe"', 'from:"J. Doe" |tender'],
    ["in:do|ck tender", "dock-2@rooms", "in:dock-2@rooms |tender"],
    ["kind:|", "file", "kind:file |"],
  ])("%s + %s", (typed, insert, wanted) => {
    expect(take(typed, insert)).toBe(wanted);
  });
});
