import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { foldStories } from "./fold";
import { readStanza } from "./read-stanza";
import type { Archive, StoryRow } from "./story";
import {
  ALICE,
  body,
  call,
  displayed,
  inRoom,
  moderated,
  ROOM,
  react,
  received,
  replace,
  retract,
  said,
} from "./story-rows.fixture";

// A thousand runs on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const ids = fc.constantFrom("a", "b", "c", "archive-1", "archive-2");
const payload = fc.oneof(
  fc.string().map((it) => body(it.replace(/[^\w ]/g, ""))),
  ids.map((id) => replace(id, "corrected")),
  ids.map(retract),
  ids.map((id) => react(id, "👍")),
  ids.map((id) => react(id)),
  ids.map(received),
  ids.map(displayed),
  ids.map(moderated),
  ids.map((id) => call("propose", id)),
  ids.map((id) => call("finish", id)),
  ids.map((id) => `<body>yes</body><reply xmlns='urn:xmpp:reply:0' id='${id}'/>`),
  fc.constant("<broken"),
);

const people = fc.constantFrom(ALICE, "bob@x", "carol@x");
const nicks = fc.constantFrom("ann", "bob", null);

const archives: fc.Arbitrary<{ archive: Archive; rows: StoryRow[] }> = fc.oneof(
  fc
    .array(fc.record({ from: people, peer: people, id: fc.option(ids), payload, gap: fc.nat(3) }))
    .map((given) => ({
      archive: { owner: ALICE, isRoom: false },
      rows: given.map(({ from, peer, id, payload: inner, gap }, index) =>
        said(index + 1, `${from}/r`, inner, { id, peer, stamp: 100 + index * gap }),
      ),
    })),
  fc.array(fc.record({ nick: nicks, id: ids, payload, gap: fc.nat(3) })).map((given) => ({
    archive: { owner: ROOM, isRoom: true },
    rows: given.map(({ nick, id, payload: inner, gap }, index) =>
      inRoom(index + 1, nick, inner, { id, stamp: 100 + index * gap }),
    ),
  })),
);

test("every row is in exactly one story, whatever it says", () => {
  fc.assert(
    fc.property(archives, ({ archive, rows }) => {
      const told = foldStories(archive, rows).flatMap((it) => it.rowIds);
      expect(told.sort((a, b) => a - b)).toEqual(rows.map((it) => it.rowId));
    }),
    { numRuns: 1000 },
  );
});

test("the order of the rows changes nothing, stories come by their first row", () => {
  fc.assert(
    fc.property(archives, fc.infiniteStream(fc.nat()), ({ archive, rows }, random) => {
      const shuffled = rows
        .map((row) => ({ row, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map((it) => it.row);
      const stories = foldStories(archive, rows);
      expect(foldStories(archive, shuffled)).toEqual(stories);
      const places = stories.map((it) => it.row.stamp * 1000 + it.row.rowId);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});

test("only a sender changes their own message", () => {
  fc.assert(
    fc.property(archives, ({ archive, rows }) => {
      const senders = new Map(rows.map((it) => [it.rowId, it.facts?.from?.replace(/\/r$/, "")]));
      for (const story of foldStories(archive, rows)) {
        const author = senders.get(story.row.rowId);
        for (const version of story.versions) expect(senders.get(version.rowId)).toBe(author);
        if (story.retraction) expect(senders.get(story.retraction.rowId)).toBe(author);
        for (const mark of [...story.receipts, ...story.markers]) {
          expect(senders.get(mark.rowId)).not.toBe(author);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("a stanza cut anywhere is read without throwing, and folds", () => {
  const whole = `<message type='chat' from='${ALICE}/r' to='bob@x' id='a'>${replace("b", "text &amp; 😀")}${react("c", "👍")}</message>`;
  for (let length = 0; length <= whole.length; length++) {
    const { facts, problem } = readStanza(whole.slice(0, length), { truncated: true });
    expect(facts === null).toBe(problem !== null);
    const row: StoryRow = { ...said(1, `${ALICE}/r`, ""), facts, problem, truncated: true };
    expect(foldStories({ owner: ALICE, isRoom: false }, [row])).toHaveLength(1);
  }
});
