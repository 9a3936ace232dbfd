import { describe, expect, test } from "vitest";
import { foldStories } from "./fold";
import type { StoryRow } from "./story";
import { ALICE, BOB, body, inRoom, ROOM, replace, said } from "./story-rows.fixture";

const fold = (...rows: StoryRow[]) => foldStories({ owner: ALICE, isRoom: false }, rows);
const A = `${ALICE}/phone`;
const B = `${BOB}/desk`;

function answer(id: string, quote: string, text: string, to = ""): string {
  const end = [...quote].length;
  return `<body>${quote.replaceAll(">", "&gt;")}${text}</body><reply xmlns='urn:xmpp:reply:0' id='${id}'${to}/>
    <fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='${end}'/></fallback>`;
}

describe("replies", () => {
  test("quote the message as it reads now, and lose the quote they carry", () => {
    const stories = fold(
      said(1, A, body("firts line\nsecond")),
      said(2, B, answer("m1", "> firts line\n", "agreed")),
      said(3, A, replace("m1", "\n first line\nsecond")),
    );
    expect(stories[1]).toMatchObject({
      text: "agreed",
      reply: { id: "m1", rowId: 1, excerpt: "first line", fromFallback: false },
    });
    expect(stories[1]?.reply?.sender?.jid).toBe(ALICE);
  });

  test("count the quote in code points", () => {
    const quote = "> 😀 漢字 👩‍👩‍👧\n";
    expect(fold(said(2, B, answer("m1", quote, "yes")))[0]).toMatchObject({
      text: "yes",
      reply: { rowId: null, sender: null, excerpt: "😀 漢字 👩‍👩‍👧", fromFallback: true },
    });
  });

  test("never lose all of their words", () => {
    const [story] = fold(said(2, B, answer("m1", "everything is called a quote", "")));
    expect(story?.text).toBe("everything is called a quote");
  });

  test("without a quote and without the message say only whom they answer", () => {
    const [story] = fold(said(2, B, `<body>yes</body><reply xmlns='urn:xmpp:reply:0' id='gone'/>`));
    expect(story?.reply).toEqual({
      id: "gone",
      rowId: null,
      sender: null,
      excerpt: null,
      fromFallback: false,
    });
  });

  test("to an id that two people use are decided by `to`, or not at all", () => {
    const rows = (to: string) => [
      inRoom(1, "ann", body("one"), { id: "same" }),
      inRoom(2, "eve", body("two"), { id: "same" }),
      inRoom(3, "bob", answer("same", "", "yes", to)),
    ];
    const reply = (to: string) =>
      foldStories({ owner: ROOM, isRoom: true }, rows(to))[2]?.reply?.rowId;
    expect(reply(` to='${ROOM}/ann'`)).toBe(1);
    expect(reply("")).toBe(null);
  });

  test("a long line is cut, and marked so", () => {
    const [, story] = fold(said(1, A, body("😀".repeat(500))), said(2, B, answer("m1", "", "ok")));
    expect([...(story?.reply?.excerpt ?? "")]).toHaveLength(240);
    expect(story?.reply?.excerpt).toMatch(/…$/);
  });
});
