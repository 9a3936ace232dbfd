import type { ArchiveRow, RawArchiveRow } from "../archive-row";
import { isRoomStore } from "../stores";
import type { Layout } from "./layout";

/** Prosody's own table, 0.11 to 13 (mod_storage_sql create_table). */
export function prosodyLayout(table: string, mapTable: string | null): Layout {
  return {
    name: "prosody",
    table,
    mapTable,
    rowId: "a.sort_id",
    when: 'a."when"',
    with: 'a."with"',
    toRow,
  };
}

function toRow(raw: RawArchiveRow): ArchiveRow {
  const value = raw.value ?? "";
  const sizeBytes = raw.sizeBytes ?? 0;
  return {
    ...raw,
    storedWith: raw.with,
    // mod_muc_mam writes `message<groupchat` there, other stores the empty string.
    with: isRoomStore(raw.store) ? null : raw.with || null,
    type: raw.type ?? "",
    value,
    sizeBytes,
    truncated: Buffer.byteLength(value) < sizeBytes,
  };
}
