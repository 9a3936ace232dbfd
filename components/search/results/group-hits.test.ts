import { describe, expect, it } from "vitest";
import type { Hit, HitLine } from "@/lib/search/views";
import { groupHits } from "./group-hits";

const line = (rowId: number, stamp = rowId) =>
  ({ message: { rowId, stamp }, highlights: [], changed: [] }) as unknown as HitLine;

function hit(rowId: number, peer: string, before: number | null, after: number | null): Hit {
  return {
    owner: { host: "a.example", user: "anna", jid: "anna@a.example", isRoom: false, name: null },
    peer,
    peerName: null,
    line: line(rowId),
    before: before === null ? null : line(before),
    after: after === null ? null : line(after),
  };
}

const shape = (hits: Hit[]) =>
  groupHits(hits).map(({ peer, hits: count, sets }) => ({
    peer,
    count,
    sets: sets.map((set) =>
      set.lines.map((it) => (it.hit ? `[${it.line.message.rowId}]` : it.line.message.rowId)),
    ),
  }));

describe("hits by conversation", () => {
  it("stand in the order of the first hit, each conversation once", () => {
    const hits = [hit(90, "b", 80, null), hit(70, "c", null, null), hit(50, "b", 40, 60)];
    expect(shape(hits)).toEqual([
      {
        peer: "b",
        count: 2,
        sets: [
          [80, "[90]"],
          [40, "[50]", 60],
        ],
      },
      { peer: "c", count: 1, sets: [["[70]"]] },
    ]);
  });

  it("share their lines when they meet, whichever comes first", () => {
    const newest = [hit(30, "b", 20, 40), hit(20, "b", 10, 30), hit(5, "b", 4, 6)];
    const sets = [
      [10, "[20]", "[30]", 40],
      [4, "[5]", 6],
    ];
    expect(shape(newest)).toEqual([{ peer: "b", count: 3, sets }]);
    const oldest = newest.toReversed();
    expect(shape(oldest)).toEqual([{ peer: "b", count: 3, sets: sets.toReversed() }]);
  });

  it("meet over a line between them that is no hit", () => {
    expect(shape([hit(30, "b", 25, null), hit(20, "b", 10, 25)])).toEqual([
      { peer: "b", count: 2, sets: [[10, "[20]", 25, "[30]"]] },
    ]);
  });

  it("are in order of time within a second, too", () => {
    const same = {
      ...hit(11, "b", null, null),
      line: line(11, 7),
      before: line(9, 7),
      after: line(12, 7),
    };
    expect(shape([same])[0]?.sets).toEqual([[9, "[11]", 12]]);
  });

  it("keep a room and a person of the same address apart", () => {
    const person = hit(2, "b", null, null);
    const room = { ...person, peer: null, owner: { ...person.owner, isRoom: true } };
    expect(groupHits([person, room])).toHaveLength(2);
  });
});
