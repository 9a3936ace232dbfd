import { describe, expect, it } from "vitest";
import type { MessageView } from "@/lib/archive/views";
import { toLines, usualGap } from "./lines";

const DAY = 86_400;
const dayOf = (stamp: number) => new Date(stamp * 1000).toISOString().slice(0, 10);
const whole = { older: false, newer: false };

function said(rowId: number, stamp: number, who = "mara", rowIds = [rowId]): MessageView {
  const sender = {
    jid: `${who}@a.example`,
    nick: null,
    resource: "phone",
    proof: null,
    identity: who,
  };
  return { rowId, stamp, sender, rowIds } as MessageView;
}

describe("toLines", () => {
  it("puts a day head before the first message of each day, in the zone it is given", () => {
    const messages = [said(1, DAY - 60), said(2, DAY + 60)];
    expect(toLines(messages, dayOf, whole).map((l) => l.type)).toEqual([
      "day",
      "message",
      "day",
      "message",
    ]);
    const kolkata = (stamp: number) => dayOf(stamp + 5.5 * 3600);
    expect(toLines(messages, kolkata, whole).map((l) => l.type)).toEqual([
      "day",
      "message",
      "message",
    ]);
  });

  it("counts messages and rows apart", () => {
    const [day] = toLines([said(1, 10, "mara", [1, 2, 3]), said(4, 20)], dayOf, whole);
    expect(day).toMatchObject({ messages: 2, rows: 4, whole: true });
  });

  it("says that a day is not whole when more of it may lie beyond the edge", () => {
    const lines = toLines([said(1, 10), said(2, DAY + 10), said(3, 2 * DAY + 10)], dayOf, {
      older: true,
      newer: true,
    });
    expect(lines.filter((l) => l.type === "day").map((l) => l.whole)).toEqual([false, true, false]);
  });

  it("names a sender once a run, and again after another sender, a device or two hours", () => {
    const other = { ...said(3, 30), sender: { ...said(3, 30).sender, resource: "desktop" } };
    const messages = [
      said(1, 10),
      said(2, 20),
      other,
      said(4, 40, "tomas"),
      said(5, 50 + 3 * 3600, "tomas"),
    ];
    const heads = toLines(messages, dayOf, whole).flatMap((l) =>
      l.type === "message" ? [l.head] : [],
    );
    expect(heads).toEqual([true, false, true, true, true]);
  });

  it("draws a gap only where it is long for these two", () => {
    const often = Array.from({ length: 8 }, (_, i) => said(i + 1, i * 4 * 3600));
    const last = often.at(-1)!.stamp;
    expect(usualGap(often)).toBe(4 * 3600);
    const gap = toLines([...often, said(99, last + 9 * DAY)], dayOf, whole).find(
      (l) => l.type === "gap",
    );
    expect(gap).toMatchObject({ seconds: 9 * DAY, usualSeconds: 4 * 3600 });
    const weekly = Array.from({ length: 8 }, (_, i) => said(i + 1, i * 7 * DAY));
    expect(toLines(weekly, dayOf, whole).some((l) => l.type === "gap")).toBe(false);
  });
});
