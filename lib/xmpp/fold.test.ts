import { describe, expect, test } from "vitest";
import { foldStories } from "./fold";
import type { StoryRow } from "./story";
import {
  ALICE,
  BOB,
  body,
  call,
  displayed,
  received,
  replace,
  retract,
  said,
  storyRow,
} from "./story-rows.fixture";

const fold = (...rows: StoryRow[]) => foldStories({ owner: ALICE, isRoom: false }, rows);
const A = `${ALICE}/phone`;
const B = `${BOB}/desk`;

describe("corrections", () => {
  test("the latest of the sender counts, every version stays", () => {
    const [story, ...rest] = fold(
      said(1, A, body("one")),
      said(2, A, replace("m1", "two")),
      said(3, A, replace("m1", "three")),
    );
    expect(rest).toEqual([]);
    expect(story).toMatchObject({ text: "three", rowIds: [1, 2, 3], own: true });
    expect(story?.versions.map((it) => it.text)).toEqual(["one", "two", "three"]);
  });

  test("a chain that names the correction before it is the same message", () => {
    const [story] = fold(
      said(1, A, body("one")),
      said(2, A, replace("m1", "two")),
      said(3, A, replace("m2", "three")),
    );
    expect(story).toMatchObject({ text: "three", rowIds: [1, 2, 3] });
  });

  test("another device of the sender may correct, another person only claims to", () => {
    const [story] = fold(
      said(1, A, body("one")),
      said(2, `${ALICE}/laptop`, replace("m1", "two")),
      said(3, B, replace("m1", "forged")),
      said(4, B, replace("m3", "forged again")),
    );
    expect(story).toMatchObject({ text: "two", rowIds: [1, 2, 3, 4] });
    expect(story?.claims).toMatchObject([
      { what: "correction", text: "forged", by: { jid: BOB }, rowId: 3 },
      { what: "correction", text: "forged again", rowId: 4 },
    ]);
  });

  test("only the id attribute is meant, never the origin-id or the archive's id", () => {
    const origin = "<origin-id xmlns='urn:xmpp:sid:0' id='o1'/>";
    const stories = fold(
      said(1, A, body("one") + origin),
      said(2, A, replace("o1", "by origin-id")),
      said(3, A, replace("archive-1", "by archive id")),
    );
    expect(stories.map((it) => it.text)).toEqual(["one", "by origin-id", "by archive id"]);
  });

  test("of ids used again the nearest earlier one is meant", () => {
    const stories = fold(
      said(1, A, body("Monday"), { id: "1" }),
      said(2, A, body("Tuesday"), { id: "1" }),
      said(3, A, replace("1", "Tuesday!")),
      said(4, A, body("Wednesday"), { id: "1" }),
    );
    expect(stories.map((it) => it.text)).toEqual(["Monday", "Tuesday!", "Wednesday"]);
  });

  test("what was said to somebody else is not meant, nor what comes later", () => {
    const stories = fold(
      said(1, A, replace("m2", "too early")),
      said(2, A, body("to bob")),
      said(3, A, replace("m2", "to carol"), { peer: "carol@x" }),
    );
    expect(stories.map((it) => it.rowIds)).toEqual([[1], [2], [3]]);
  });

  test("without its message a correction stands for itself", () => {
    expect(fold(said(2, A, replace("gone", "two")))).toMatchObject([
      { text: "two", versions: [], rowIds: [2] },
    ]);
  });

  test("an encrypted version is a version without words", () => {
    const omemo =
      "<encrypted xmlns='eu.siacs.conversations.axolotl'><payload>aa</payload></encrypted>";
    const [story] = fold(
      said(1, A, body("plain")),
      said(2, A, `${replace("m1", "I sent you an OMEMO message")}${omemo}`),
    );
    expect(story).toMatchObject({
      text: null,
      versions: [{ text: "plain" }, { text: "", encrypted: true }],
    });
  });

  test("a message without id is never meant", () => {
    const stories = fold(said(1, A, body("one"), { id: null }), said(2, A, replace("", "two")));
    expect(stories).toHaveLength(2);
  });
});

describe("retractions", () => {
  test("the sender's is kept beside the text, another's is a claim", () => {
    const [story] = fold(
      said(1, A, body("one")),
      said(2, B, retract("m1")),
      said(3, A, retract("m1")),
    );
    expect(story).toMatchObject({
      text: "one",
      retraction: { rowId: 3, by: { jid: ALICE } },
      claims: [{ what: "retraction", rowId: 2, text: null }],
    });
  });

  test("one with words of its own counts, and stays in sight", () => {
    const stories = fold(said(1, A, body("one")), said(2, A, retract("m1") + body("not hidden")));
    expect(stories[0]).toMatchObject({ retraction: { rowId: 2 }, rowIds: [1] });
    expect(stories[1]).toMatchObject({ text: "not hidden", rowIds: [2] });
  });
});

describe("receipts and markers", () => {
  test("come from the other side and belong to the one message", () => {
    const stories = fold(
      said(1, A, body("one")),
      said(2, A, body("two")),
      said(3, B, received("m1")),
      said(4, B, displayed("m2")),
    );
    expect(stories.map((it) => [it.receipts.length, it.markers.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(stories[1]?.markers[0]).toMatchObject({ name: "displayed", by: { jid: BOB } });
  });

  test("never from the sender, nor from somebody who was not asked", () => {
    const stories = fold(
      said(1, A, body("one")),
      said(2, `${ALICE}/laptop`, received("m1")),
      said(3, "carol@x/r", received("m1"), { peer: "carol@x" }),
    );
    expect(stories.map((it) => it.rowIds)).toEqual([[1], [2], [3]]);
  });

  test("a message of the other side with the same id takes no receipt from its own sender", () => {
    const stories = fold(
      said(1, A, body("mine"), { id: "1" }),
      said(2, B, body("forged"), { id: "1" }),
      said(3, B, received("1")),
    );
    expect(stories.map((it) => it.rowIds)).toEqual([[1, 3], [2]]);
  });

  test("one that overtook its message by seconds is folded, by minutes it is not", () => {
    const late = (stamp: number) =>
      fold(said(1, B, received("m2")), said(2, A, body("two"), { stamp })).map((it) => it.rowIds);
    expect(late(4)).toEqual([[2, 1]]);
    expect(late(60)).toEqual([[1], [2]]);
  });
});

test("what answers a claim does not answer the message that it disputes", () => {
  const stories = fold(
    said(1, A, body("one")),
    said(2, B, replace("m1", "forged")),
    said(3, A, displayed("m2")),
    said(4, A, `<body>no</body><reply xmlns='urn:xmpp:reply:0' id='m2'/>`),
  );
  expect(stories.map((it) => it.rowIds)).toEqual([[1, 2], [3], [4]]);
  expect(stories[0]?.markers).toEqual([]);
  expect(stories[2]?.reply?.rowId).toBe(null);
});

describe("calls", () => {
  test("the steps of one call between two people are one line", () => {
    const [story, ...rest] = fold(
      said(10, A, call("propose", "c")),
      said(11, B, call("ringing", "c")),
      said(12, B, call("proceed", "c")),
      said(75, A, call("finish", "c")),
    );
    expect(rest).toEqual([]);
    expect(story?.call).toMatchObject({
      durationSeconds: 63,
      steps: [{ step: "propose" }, { step: "ringing" }, { step: "proceed" }, { step: "finish" }],
    });
  });

  test("another person cannot end it, and a step without its call stands for itself", () => {
    const stories = fold(
      said(1, A, call("finish", "c")),
      said(2, A, call("propose", "c")),
      said(3, "carol@x/r", call("finish", "c"), { peer: "carol@x" }),
    );
    expect(stories.map((it) => it.call?.steps.map((step) => step.step))).toEqual([
      ["finish"],
      ["propose"],
      ["finish"],
    ]);
  });
});

describe("notes to self", () => {
  const note = (rowId: number, text: string, id: string | null = "n") =>
    storyRow(
      `<message type='chat' from='${A}'${id ? ` id='${id}'` : ""}><body>${text}</body></message>`,
      { rowId, stamp: 7, peer: ALICE },
    );

  test("both rows are one message, a correction of it is two rows as well", () => {
    const fix = (rowId: number) =>
      storyRow(`<message type='chat' from='${A}' id='f'>${replace("n", "two")}</message>`, {
        rowId,
        stamp: 9,
        peer: ALICE,
      });
    expect(fold(note(1, "one"), note(2, "one"), fix(3), fix(4))).toMatchObject([
      { text: "two", own: true, rowIds: [1, 2, 3, 4], versions: [{ rowId: 1 }, { rowId: 3 }] },
    ]);
  });

  test("the same id with other words, or no id at all, is another message", () => {
    expect(fold(note(1, "one"), note(2, "two"))).toHaveLength(2);
    expect(fold(note(1, "one", null), note(2, "one", null))).toHaveLength(2);
  });
});

describe("what cannot be folded", () => {
  test("a row that could not be read stands for itself", () => {
    const [story] = fold(storyRow("<broken", { rowId: 1, peer: BOB }));
    expect(story).toMatchObject({ text: null, own: false, rowIds: [1], sender: { jid: null } });
  });

  test("a bounce keeps its place beside the message whose id it carries", () => {
    const bounce = storyRow(
      `<message type='error' id='m1' from='${BOB}' to='${A}'><error type='cancel'/></message>`,
      { rowId: 2, peer: BOB },
    );
    const stories = fold(said(1, A, body("one")), bounce, said(3, A, replace("m1", "two")));
    expect(stories.map((it) => it.rowIds)).toEqual([[1, 3], [2]]);
  });
});

test("who reads the other's step of a call has not read what they began", () => {
  const rows = [
    said(1, "carol@x/r", call("propose", "c1"), { id: "m1", peer: "carol@x", stamp: 100 }),
    said(2, `${ALICE}/r`, call("finish", "c1"), { id: "m2", peer: "carol@x", stamp: 101 }),
    said(3, "carol@x/r", displayed("m2"), { id: "m3", peer: "carol@x", stamp: 102 }),
  ];
  const stories = foldStories({ owner: ALICE, isRoom: false }, rows);
  expect(stories.map((it) => it.rowIds)).toEqual([[1, 2], [3]]);
  expect(stories[0]?.markers).toEqual([]);
});
