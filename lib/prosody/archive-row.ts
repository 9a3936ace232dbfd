/**
 * One row of Prosody's archive, whatever layout it came in: the only dictionary between Prosody's column
 * names and ours.
 */
export type ArchiveRow = {
  /** `sort_id`; in the reference layout computed from the key (52 bits). */
  rowId: number;
  host: string;
  user: string;
  store: string;
  /** The archive id: XEP-0359 stanza-id, unique per owner and store. */
  key: string;
  /** Unix seconds, UTC: when the archive got it. */
  when: number;
  /** Bare JID of the other side; null in rooms (Prosody writes `message<groupchat` there) and where unknown. */
  with: string | null;
  /** The same column as it is stored; null where the layout has none. */
  storedWith: string | null;
  /** Encoding of `value` as stored: `xml`, `json`. */
  type: string;
  /** The stanza's XML, cut when `truncated`. What could not be unwrapped is given as it is stored. */
  value: string;
  /** Of the stored value, whole. */
  sizeBytes: number;
  truncated: boolean;
};

/** As the database gives it: `with` as it is stored, `value` at most as long as was asked for. */
export type RawArchiveRow = Omit<
  ArchiveRow,
  "storedWith" | "type" | "value" | "sizeBytes" | "truncated"
> & { type: string | null; value: string | null; sizeBytes: number | null };
