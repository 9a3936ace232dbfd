import type { ArchiveRow, RawArchiveRow } from "../archive-row";

/**
 * How the archive table of this database is built. Everything that differs between Prosody's own table
 * and the one of the operators' page is here, so that no query knows which it is. The SQL fragments are
 * constants of ours or names from the catalogue, never input; `a` is the archive table's alias in them.
 */
export type Layout = {
  name: "prosody" | "reference";
  /** Quoted and schema-qualified. */
  table: string;
  /** The table `prosody`, null where there is none. */
  mapTable: string | null;
  /** Expressions over alias `a`. */
  rowId: string;
  when: string;
  /** null where the layout has no such column. */
  with: string | null;
  /** Unwraps a row as the database gave it. */
  toRow(raw: RawArchiveRow): ArchiveRow;
};

export type LayoutName = Layout["name"] | "missing";
