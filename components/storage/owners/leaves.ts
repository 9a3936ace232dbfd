import type { TreeLeaf } from "@/components/charts/tree/tree-map";
import type { OwnersBySize, Unit } from "@/lib/storage/views";

export type Owner = OwnersBySize["owners"][number];
/** `owner` null: many, none of whom is named. */
export type OwnerLeaf = TreeLeaf & { owner: Owner | null; rows: number; bytes: number };

const INK = {
  person: { ink: "var(--data-1)", textInk: "var(--on-data-1)" },
  room: { ink: "var(--data-2)", textInk: "var(--on-data-2)" },
  rest: { ink: "var(--heat-1)", textInk: "var(--ink)" },
};

type Names = {
  people: (count: number) => string;
  rooms: (count: number) => string;
  value: (unit: Unit, amount: number) => string;
};

/** What the treemap is made of, the largest first: who is named, and the rest of people and of rooms. */
export function leavesOf({ owners, rest }: OwnersBySize, unit: Unit, names: Names): OwnerLeaf[] {
  const named = owners.map((owner) => ({
    key: jidOf(owner),
    label: owner.name ?? owner.user,
    ...(owner.room ? INK.room : INK.person),
    owner,
    rows: owner.rows,
    bytes: owner.bytes,
  }));
  // The bytes of the rest are known together: they are shared out as its rows are.
  const restRows = Math.max(1, rest.peopleRows + rest.roomsRows);
  const many = (key: string, label: string, rows: number) => ({
    key,
    label,
    ...INK.rest,
    owner: null,
    rows,
    bytes: Math.round((rest.bytes * rows) / restRows),
  });
  const others = [
    rest.people > 0 && many("people", names.people(rest.people), rest.peopleRows),
    rest.rooms > 0 && many("rooms", names.rooms(rest.rooms), rest.roomsRows),
  ].filter((it) => it !== false);
  return [...named, ...others]
    .map((it) => ({
      ...it,
      weight: it[unit],
      value: `${it.owner === null && unit === "bytes" ? "≈\u00a0" : ""}${names.value(unit, it[unit])}`,
    }))
    .sort((a, b) => b.weight - a.weight);
}

/** Everybody, named or not. */
export function countOwners({ owners, rest }: OwnersBySize): { people: number; rooms: number } {
  const rooms = owners.filter((it) => it.room).length;
  return { people: rest.people + owners.length - rooms, rooms: rest.rooms + rooms };
}

export const jidOf = ({ host, user }: { host: string; user: string }) => `${user}@${host}`;
