import type { ArchiveRow, RawArchiveRow } from "../archive-row";
import { isRoomStore } from "../stores";
import type { Layout } from "./layout";

/**
 * 52 bits of the MD5 over owner, store and key: fits a JSON number. Written with `||`, because
 * concat_ws() is not immutable and could not be indexed; no column is null.
 */
export const REFERENCE_ROW_ID =
  `('x' || substr(md5(a.host || chr(31) || a."user" || chr(31) || a.store || chr(31) || a.key), 1, 13))` +
  "::bit(52)::bigint";

/** The table of the operators' page: `when_col`, no `with`, no `sort_id`, JSON or XML values. */
export function referenceLayout(table: string, mapTable: string | null): Layout {
  return {
    name: "reference",
    table,
    mapTable,
    rowId: REFERENCE_ROW_ID,
    when: "a.when_col",
    with: null,
    toRow,
  };
}

function toRow(raw: RawArchiveRow): ArchiveRow {
  const stored = raw.value ?? "";
  const sizeBytes = raw.sizeBytes ?? 0;
  const cut = Buffer.byteLength(stored) < sizeBytes;
  const entry = stored.trimStart().startsWith("{") ? readEntry(stored, cut) : null;
  return {
    ...raw,
    storedWith: raw.with,
    with: entry && !isRoomStore(raw.store) ? otherSide(entry, `${raw.user}@${raw.host}`) : null,
    type: raw.type ?? "",
    value: entry?.stanza ?? stored,
    sizeBytes,
    truncated: entry ? entry.cut : cut,
  };
}

type Entry = { stanza: string; from: string | null; to: string | null; cut: boolean };

/** null: not the structure of the operators' page; the row is then shown as it is stored. */
function readEntry(json: string, cut: boolean): Entry | null {
  if (cut) {
    const stanza = beginningOf(json, "stanza");
    return stanza === null ? null : { stanza, from: null, to: null, cut: true };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null) return null;
  const fields = parsed as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  const stanza = text("stanza");
  return stanza === null
    ? null
    : { stanza, from: text("jid_from"), to: text("jid_to"), cut: false };
}

/** The string under `name` as far as it goes, in JSON that was cut somewhere. */
function beginningOf(json: string, name: string): string | null {
  const found = new RegExp(
    `"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\["\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*)`,
  ).exec(json);
  return found ? (JSON.parse(`"${found[1]}"`) as string) : null;
}

function otherSide({ from, to }: Entry, owner: string): string | null {
  const [sender, recipient] = [bare(from), bare(to)];
  if (sender === null) return recipient;
  return sender === owner ? (recipient ?? owner) : sender;
}

function bare(jid: string | null): string | null {
  return jid?.split("/", 1)[0] || null;
}
