import "server-only";
import type { Sql } from "postgres";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { LIST_VALUE_BYTES } from "../criteria";
import type { Reach } from "./gather";
import { findLinkedRows } from "./linked-rows";
import type { OwnerScope } from "./owner-scope";
import { rowsById } from "./projected-rows";
import { readRow } from "./read-rows";
import { findRowsByKey } from "./row-keys";

/** How the projection leads from the rows of a page to those that belong to them. */
export function projectedReach(sql: Sql, scope: OwnerScope, signal: AbortSignal | null): Reach {
  const owners = scope.ids;
  return {
    async linked(carried, referred, limit) {
      signal?.throwIfAborted();
      const [byId, byKey] = await Promise.all([
        findLinkedRows(sql, { owners, carried, referred, limit }),
        findRowsByKey(sql, scope, referred),
      ]);
      return { ...byId, carriers: [...new Set([...byKey, ...byId.carriers])] };
    },
    async load(rowIds) {
      signal?.throwIfAborted();
      const [lines, rows] = await Promise.all([
        rowsById(sql, owners, rowIds),
        fetchRows(sql, rowIds, LIST_VALUE_BYTES),
      ]);
      const known = new Map(lines.map((it) => [it.rowId, it]));
      return rows
        .filter((row) => known.has(row.rowId))
        .map((row) => readRow(row, scope.archive, known.get(row.rowId)));
    },
  };
}
