"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { isDayKey } from "@/lib/format/day";
import { FORECAST_UNITS, SPLITS, type Unit } from "@/lib/storage/views";

export const CHARTS = ["size", "growth", "owners", "heat", "kinds", "encrypted"] as const;
export type ChartName = (typeof CHARTS)[number];

/** What somebody looks at, all of it in the address. Days are local days of the lens, both inclusive. */
const address = {
  host: parseAsString,
  unit: parseAsStringLiteral(FORECAST_UNITS).withDefault("bytes"),
  by: parseAsStringLiteral(SPLITS).withDefault("host"),
  from: parseAsString,
  to: parseAsString,
  /** Charts that are shown as tables. */
  tables: parseAsArrayOf(parseAsStringLiteral(CHARTS)).withDefault([]),
  /** `user@host`, opened beside the page. */
  owner: parseAsString,
};

export function useStorageAddress() {
  const [state, set] = useQueryStates(address, { history: "replace", scroll: false });
  const day = (key: string | null) => (key !== null && isDayKey(key) ? key : null);
  const [from, to] = [day(state.from), day(state.to)];
  // What a host takes on disk nobody can tell: its rows lie among those of the others.
  const disk = state.unit === "disk" && state.host === null;
  const unit: Unit = state.unit === "rows" ? "rows" : "bytes";
  const twin = (name: ChartName) => ({
    asTable: state.tables.includes(name),
    onAsTable: (asTable: boolean) => {
      const others = state.tables.filter((it) => it !== name);
      void set({ tables: asTable ? [...others, name] : others.length > 0 ? others : null });
    },
  });
  return { ...state, unit, disk, from, to, set, twin };
}

export type StorageAddress = ReturnType<typeof useStorageAddress>;
