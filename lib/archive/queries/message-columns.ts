import "server-only";
import type { ArchiveRow } from "@/lib/prosody/archive-row";
import { layout } from "@/lib/prosody/layouts/detect";
import type { ColumnView } from "../views";

/** The stored columns of one row under the names this database has; `value` as its size. */
export async function messageColumns(row: ArchiveRow): Promise<ColumnView[]> {
  const it = await layout();
  const prosody = it.name === "prosody";
  const columns: ColumnView[] = [
    { name: prosody ? "sort_id" : "row_id", value: row.rowId },
    { name: "host", value: row.host },
    { name: "user", value: row.user },
    { name: "store", value: row.store },
    { name: "key", value: row.key },
    { name: prosody ? "when" : "when_col", value: row.when },
  ];
  if (it.with !== null) {
    // Also what Prosody writes there in rooms.
    columns.push({ name: "with", value: row.storedWith });
  }
  columns.push({ name: "type", value: row.type }, { name: "value", value: row.sizeBytes });
  return columns;
}
