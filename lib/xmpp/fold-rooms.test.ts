import { describe, expect, test } from "vitest";
import { foldStories } from "./fold";
import type { StoryRow } from "./story";
import {
  ALICE,
  body,
  displayed,
  inRoom,
  moderated,
  ROOM,
  react,
  replace,
  retract,
  storyRow,
} from "./story-rows.fixture";

const fold = (...rows: StoryRow[]) => foldStories({ owner: ROOM, isRoom: true }, rows);

describe("who is who in a room", () => {
  test("the occupant-id outlives a change of nick, and a nick taken over is somebody else", () => {
    const [story] = fold(
      inRoom(1, "ann", body("one"), { occupant: "A" }),
      inRoom(2, "anna", replace("m1", "two"), { occupant: "A" }),
      inRoom(3, "ann", replace("m1", "forged"), { occupant: "B" }),
    );
    expect(story).toMatchObject({ text: "two", claims: [{ what: "correction", rowId: 3 }] });
  });

  test("a proven JID does as well; where only one row has proof, the nick proves nothing", () => {
    const proven = { occupant: null, realJid: "ann@x", realJidProof: "muc-user" } as const;
    const [story] = fold(
      inRoom(1, "ann", body("one"), proven),
      inRoom(2, "a2", replace("m1", "two"), proven),
      inRoom(3, "ann", replace("m1", "unproven"), { occupant: null }),
    );
    expect(story).toMatchObject({
      text: "two",
      sender: { jid: "ann@x", nick: "ann", proof: "muc-user", identity: "ann@x" },
      claims: [{ text: "unproven" }],
    });
  });

  test("in old rooms, where nothing better is there, the nick counts", () => {
    const [story] = fold(
      inRoom(1, "ann", body("one"), { occupant: null }),
      inRoom(2, "ann", replace("m1", "two"), { occupant: null }),
      inRoom(3, "bob", replace("m1", "forged"), { occupant: null }),
    );
    expect(story).toMatchObject({ text: "two", claims: [{ text: "forged" }] });
  });

  test("a nick that looks like a JID is no JID", () => {
    const [story] = fold(inRoom(1, "ann@x", body("one"), { occupant: null }));
    expect(story?.sender).toMatchObject({ jid: null, nick: "ann@x", identity: `${ROOM}/ann@x` });
  });

  test("the room itself is no occupant", () => {
    const [story] = fold(inRoom(1, null, body("This room is not anonymous")));
    expect(story?.sender).toMatchObject({ jid: ROOM, nick: null });
  });
});

describe("moderation", () => {
  const inPlace = `<moderated xmlns='urn:xmpp:message-moderate:0' by='${ROOM}/mod'><retracted xmlns='urn:xmpp:message-retract:0' stamp='1970-01-01T00:01:00Z'/><reason>spam</reason></moderated>`;

  test("the room announces it by the archive id", () => {
    const stories = fold(
      inRoom(1, "ann", body("buy now")),
      inRoom(2, null, moderated("archive-1")),
    );
    expect(stories).toMatchObject([
      {
        text: "buy now",
        rowIds: [1, 2],
        moderation: { rowId: 2, reason: "spam", byText: `${ROOM}/mod`, by: { nick: "mod" } },
      },
    ]);
  });

  test("by an id that clients choose, or not by the room, it does not count", () => {
    const stories = fold(
      inRoom(1, "ann", body("one")),
      inRoom(2, null, moderated("m1")),
      inRoom(3, "eve", moderated("archive-1")),
    );
    expect(stories.map((it) => it.moderation)).toEqual([null, null]);
    expect(stories[0]?.claims).toMatchObject([{ what: "retraction", by: { nick: "eve" } }]);
  });

  test("a row moderated in place and its announcement are one story", () => {
    const place = inRoom(1, "ann", inPlace, { occupant: null });
    expect(fold(place)).toMatchObject([{ text: null, moderation: { stamp: 60, reason: "spam" } }]);
    expect(fold(place, inRoom(2, null, moderated("archive-1")))).toMatchObject([
      { text: null, rowIds: [1, 2], moderation: { rowId: 2, by: { nick: "mod" } } },
    ]);
  });
});

describe("reactions", () => {
  test("each sender's latest set counts, an empty one takes it back", () => {
    const [story] = fold(
      inRoom(1, "ann", body("one")),
      inRoom(2, "bob", react("m1", "👍", "🎉")),
      inRoom(3, "eve", react("archive-1", "👎")),
      inRoom(4, "bob", react("m1", "❤️")),
      inRoom(5, "eve", react("m1")),
    );
    expect(story?.rowIds).toEqual([1, 2, 3, 4, 5]);
    expect(story?.reactions).toMatchObject([{ rowId: 4, by: { nick: "bob" }, emoji: ["❤️"] }]);
  });

  test("an id that two people use is nobody's", () => {
    const stories = fold(
      inRoom(1, "ann", body("one"), { id: "same" }),
      inRoom(2, "eve", body("two"), { id: "same" }),
      inRoom(3, "bob", react("same", "👍")),
    );
    expect(stories.map((it) => it.rowIds)).toEqual([[1], [2], [3]]);
  });

  test("an id that is one row's archive id and another row's own is not beyond doubt", () => {
    const stories = fold(
      inRoom(1, "ann", body("one")),
      inRoom(2, "ann", body("two"), { id: "archive-1" }),
      inRoom(3, "bob", react("archive-1", "👍")),
    );
    expect(stories).toHaveLength(3);
  });
});

test("markers in a room come from anybody but the sender", () => {
  const stories = fold(
    inRoom(1, "ann", body("one")),
    inRoom(2, "bob", displayed("archive-1")),
    inRoom(3, "ann", displayed("archive-1")),
  );
  expect(stories.map((it) => it.rowIds)).toEqual([[1, 2], [3]]);
});

test("a retraction in a room names the archive id", () => {
  const [story] = fold(inRoom(1, "ann", body("one")), inRoom(2, "ann", retract("archive-1")));
  expect(story).toMatchObject({ retraction: { rowId: 2 }, rowIds: [1, 2] });
});

describe("private messages in a room, in a person's archive", () => {
  const PM = "<x xmlns='http://jabber.org/protocol/muc#user'/>";
  const from = (rowId: number, nick: string, inner: string) =>
    storyRow(
      `<message type='chat' id='p${rowId}' from='${ROOM}/${nick}' to='${ALICE}/r'>${inner}${PM}</message>`,
      { rowId, peer: ROOM },
    );

  test("another occupant is another person", () => {
    const stories = foldStories({ owner: ALICE, isRoom: false }, [
      from(1, "bob", body("one")),
      from(2, "eve", replace("p1", "forged")),
      from(3, "bob", replace("p1", "two")),
    ]);
    expect(stories.map((it) => [it.text, it.rowIds])).toEqual([
      ["two", [1, 3]],
      ["forged", [2]],
    ]);
    expect(stories[0]?.sender).toMatchObject({ jid: ROOM, identity: `${ROOM}/bob` });
  });
});
