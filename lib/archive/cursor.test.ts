import { describe, expect, it } from "vitest";
import { ConsoleError } from "@/lib/errors";
import { decodeCursor, encodeCursor, positionCursor, readPosition } from "./cursor";
import { openVeil, SHUT } from "./veil";

describe("cursors", () => {
  it("give back the position they were made from", () => {
    const position = { stamp: 1_700_000_000, rowId: 2 ** 52 - 1 };
    expect(readPosition(positionCursor(position))).toEqual(position);
    expect(decodeCursor(encodeCursor("ü", null, 3), 3)).toEqual(["ü", null, 3]);
  });

  it.each([
    "",
    "x",
    "%",
    "eyJ9",
    encodeCursor(1),
    encodeCursor(1, "2"),
    encodeCursor(1.5, 2),
    encodeCursor(2 ** 40, 2),
  ])("refuses %j in words for the operator", (cursor) => {
    expect(() => readPosition(cursor)).toThrow(ConsoleError);
  });
});

describe("the veil", () => {
  it("says only how long a closed text is, in characters", () => {
    expect(SHUT.say("a👩‍🚀")).toEqual({ closed: true, characters: 4 });
  });

  it("cuts between characters and says so", () => {
    expect(openVeil(2).say("a🚀b")).toEqual({ closed: false, text: "a🚀", cut: true });
    expect(openVeil(3).say("a🚀b")).toEqual({ closed: false, text: "a🚀b", cut: false });
    expect(openVeil(null).say("abc")).toEqual({ closed: false, text: "abc", cut: false });
  });
});
