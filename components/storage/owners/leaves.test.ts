import { expect, it } from "vitest";
import type { OwnersBySize } from "@/lib/storage/views";
import { countOwners, leavesOf } from "./leaves";

const owner = (user: string, rows: number, room = false) => ({
  ...{ host: room ? "rooms.example" : "chat.example", user, room, name: null },
  ...{ rows, bytes: rows * 10, textShare: 0.5, last: null },
});
const view: OwnersBySize = {
  owners: [owner("lobby", 50, true), owner("ann", 30), owner("bob", 70)],
  rest: { people: 9, peopleRows: 60, rooms: 1, roomsRows: 20, bytes: 1_000 },
};
const names = {
  people: (count: number) => `${count} more people`,
  rooms: (count: number) => `${count} more rooms`,
  value: (unit: string, amount: number) => `${amount} ${unit}`,
};

it("stands in the order of what is measured, the rest in its place", () => {
  const leaves = leavesOf(view, "rows", names);
  expect(leaves.map((it) => [it.label, it.weight])).toEqual([
    ["bob", 70],
    ["9 more people", 60],
    ["lobby", 50],
    ["ann", 30],
    ["1 more rooms", 20],
  ]);
});

it("shares the bytes of the rest out as its rows are, and says that it did", () => {
  const rest = leavesOf(view, "bytes", names).filter((it) => it.owner === null);
  expect(rest.map((it) => [it.key, it.weight, it.value])).toEqual([
    ["people", 750, "≈\u00a0750 bytes"],
    ["rooms", 250, "≈\u00a0250 bytes"],
  ]);
});

it("counts everybody, named or not", () => {
  expect(countOwners(view)).toEqual({ people: 11, rooms: 2 });
  const nobody = { people: 0, peopleRows: 0, rooms: 0, roomsRows: 0, bytes: 0 };
  expect(leavesOf({ owners: [], rest: nobody }, "rows", names)).toEqual([]);
});
