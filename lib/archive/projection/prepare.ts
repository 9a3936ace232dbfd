import "server-only";
import { isMessageStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { readStanza } from "@/lib/xmpp/read-stanza";
import { type Line, toLine } from "./line";
import type { Occupant, Occupants } from "./occupants";
import type { VersionedRow } from "./read-rows";

/** A row of a store that is only counted. */
export type CountedRow = Pick<Line, "rowId" | "host" | "user" | "store" | "when" | "sizeBytes">;

/** What a batch of rows becomes; nothing is written yet. */
export type Prepared = {
  lines: Line[];
  counted: CountedRow[];
  occupants: Occupant[];
  /** Row id → the version that was read. */
  versions: Map<number, string>;
};

/** Parses outside of any lock: this is the slow half of indexing. */
export async function prepare(rows: VersionedRow[], occupants: Occupants): Promise<Prepared> {
  const messages: { row: VersionedRow; facts: StanzaFacts | null }[] = [];
  const counted: CountedRow[] = [];
  for (const row of rows) {
    if (isMessageStore(row.store)) {
      const { facts } = readStanza(row.value, { truncated: row.truncated });
      messages.push({ row, facts });
    } else counted.push(row);
  }
  const roomRow = ({ row, facts }: (typeof messages)[number]) => ({
    host: row.host,
    user: row.user,
    store: row.store,
    facts,
  });
  await occupants.learn(messages.map(roomRow));
  return {
    lines: messages.map((it) => toLine(it.row, it.facts, occupants.authorOf(roomRow(it)))),
    counted,
    occupants: occupants.takeFresh(),
    versions: new Map(rows.map((row) => [row.rowId, row.version])),
  };
}
