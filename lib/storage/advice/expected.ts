import type { Layout } from "@/lib/prosody/layouts/layout";
import type { IndexOwner } from "../database-views";
import type { IndexUse } from "./words";

/** `archive`: prosodyarchive; `map`: prosody. */
export type TableKey = "archive" | "map";

/** An index that somebody makes, or tells operators to make. Columns as they are in this layout. */
export type Expected = {
  name: string;
  table: TableKey;
  columns: string[];
  unique: boolean;
  owner: Exclude<IndexOwner, "other">;
  use: IndexUse;
  /** Worth having where nothing else does its work; the others never are. */
  worthwhile: boolean;
};

const OWNER = ["host", "user", "store"];

/** mod_storage_sql create_table: the same in 0.11, 0.12, 13 and trunk (prosody.md §1). */
const PROSODY_ARCHIVE: Expected[] = (
  [
    ["prosodyarchive_pkey", ["sort_id"], true, "row-id"],
    ["prosodyarchive_index", [...OWNER, "key"], true, "archive-id"],
    ["prosodyarchive_with_when", [...OWNER, "with", "when"], false, "with-contact"],
    ["prosodyarchive_when", [...OWNER, "when"], false, "owner-at-date"],
    ["prosodyarchive_sort", [...OWNER, "sort_id"], false, "owner-paging"],
  ] as const
).map(([name, columns, unique, use]) => ({
  ...{ name, columns: [...columns], unique, use, table: "archive", owner: "prosody" },
  worthwhile: true,
}));

/** 0.11 and 0.12 make the first, 13 the second and then drops the first. */
export const MAP_INDEX = { old: "prosody_index", unique: "prosody_unique_index" } as const;

function prosodyMap(unique: boolean): Expected {
  return {
    name: unique ? MAP_INDEX.unique : MAP_INDEX.old,
    table: "map",
    columns: [...OWNER, "key"],
    unique,
    owner: "prosody",
    use: "map-key",
    worthwhile: true,
  };
}

/**
 * Those of the operators' reference (mam-operators-reference.md: schema, "essential", "additional"), mapped
 * to the columns that exist: `when_col` is `"when"` in Prosody's own table.
 */
function guide(when: string): Expected[] {
  return (
    [
      ["prosodyarchive_user_store", OWNER, "guide-user-store", true],
      ["prosodyarchive_when_index", [when], "guide-when", true],
      ["prosodyarchive_store_when_index", [...OWNER, when], "owner-at-date", true],
      ["prosodyarchive_jid_when", [...OWNER, "key", when], "guide-jid-when", false],
      ["prosodyarchive_type_when", [...OWNER, "type", when], "guide-type-when", false],
    ] as const
  ).map(([name, columns, use, worthwhile]) => ({
    ...{ name, columns: [...columns], unique: false, use, worthwhile },
    ...{ table: "archive", owner: "guide" },
  }));
}

/** Which of the two are there. */
export type MapIndexes = { old: boolean; unique: boolean };

/**
 * A 13 that lost both in its upgrade needs the unique one (prosody.md §1); where 0.12 left its own beside it,
 * both are Prosody's.
 */
function mapIndexes({ old, unique }: MapIndexes): Expected[] {
  const kinds = [...(unique || !old ? [true] : []), ...(old ? [false] : [])];
  return kinds.map(prosodyMap);
}

/** What should be there or is recommended, except for what Muniment adds itself. */
export function expectedIndexes({ name, mapTable }: Layout, has: MapIndexes): Expected[] {
  const map = mapTable === null ? [] : mapIndexes(has);
  if (name === "prosody") return [...PROSODY_ARCHIVE, ...map, ...guide("when")];
  const key: Expected = {
    ...{ name: "prosodyarchive_index", table: "archive", columns: [...OWNER, "key"] },
    ...{ unique: false, owner: "guide", use: "archive-id", worthwhile: true },
  };
  return [key, ...map, ...guide("when_col")];
}
