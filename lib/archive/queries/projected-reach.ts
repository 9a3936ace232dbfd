import "server-only";
import type { Sql } from "postgres";
import { cancellable } from "@/lib/db/cancel";
import { layout } from "@/lib/prosody/layouts/detect";
import { LIST_VALUE_BYTES } from "../criteria";
import type { Reach } from "./gather";
import { findLinkedRows } from "./linked-rows";
import type { OwnerScope } from "./owner-scope";
import { readLine } from "./read-rows";

/** How the projection leads from the rows of a page to those that belong to them. */
export function projectedReach(sql: Sql, scope: OwnerScope, signal: AbortSignal | null): Reach {
  return {
    async linked(question) {
      const source = { layout: await layout(), maxValueBytes: LIST_VALUE_BYTES };
      const query = findLinkedRows(sql, source, { scope, ...question });
      const lines = [...(await cancellable(query, signal))];
      const of = (satellite: boolean) => [
        ...new Set(lines.filter((it) => it.satellite === satellite).map((it) => it.linkedId)),
      ];
      // An id found in two ways comes twice.
      const fresh = new Map(
        lines.flatMap((it) => (it.rowId === null ? [] : [[it.rowId, it] as const])),
      );
      return {
        carriers: of(false),
        satellites: of(true),
        fresh: [...fresh.values()].map((it) => readLine(it, scope.archive, source.layout)),
      };
    },
  };
}
