import { type Check, found, type Said } from "./check";

/** Prosody's table of settings, rosters and rooms. */
export type MapFacts = {
  table: string;
  unique: boolean;
  plain: boolean;
  /** Keys that are there more than once; null: there are too many rows to count on the way to a page. */
  duplicates: number | null;
};

/** A row that is no XML, as the archive names it. */
export type BrokenRow = { rowId: number; user: string; host: string; when: number };

export type BrokenRows = {
  rows: BrokenRow[];
  /** Fewer were looked at than cannot be read. */
  partial: boolean;
};

export type ProsodyFacts = {
  /** null: there is no such table, or it may not be read. */
  map: MapFacts | null;
  /** null: not counted, or this PostgreSQL cannot read XML. "no-matter": this layout has no stanzas. */
  broken: BrokenRows | null | "no-matter";
  /** Rows stored offline for longer than a season; null: not counted. */
  offline: { rows: number; before: number } | null;
};

export const PROSODY_CHECKS: Check<ProsodyFacts>[] = [
  { id: "broken-rows", look: broken },
  {
    id: "map-duplicates",
    look: ({ map }) => {
      if (!map) return "no-matter";
      if (map.duplicates === null) return "unknown";
      if (map.duplicates === 0) return "pass";
      // With no index at all Prosody 13 has been here already, and fails.
      const severity = map.plain ? "warning" : "error";
      const command = `select host, "user", store, key, count(*) from ${map.table} group by 1, 2, 3, 4 having count(*) > 1;`;
      return found<"map-duplicates">(severity, { groups: map.duplicates }, { command });
    },
  },
  {
    id: "map-unindexed",
    look: ({ map }) => {
      if (!map) return "no-matter";
      if (map.unique || map.plain) return "pass";
      const command = `create unique index concurrently prosody_unique_index on ${map.table} (host, "user", store, key);`;
      return found<"map-unindexed">("error", {}, { command });
    },
  },
  {
    id: "offline-rows",
    look: ({ offline }) => {
      if (!offline) return "unknown";
      return offline.rows === 0
        ? "pass"
        : found<"offline-rows">("notice", offline, { href: "/storage?unit=rows&by=store" });
    },
  },
];

function broken({ broken: it }: ProsodyFacts): Said {
  if (it === "no-matter") return it;
  if (!it) return "unknown";
  const [newest] = it.rows;
  if (!newest) return it.partial ? "unknown" : "pass";
  const { rowId, user, host, when } = newest;
  const params = { rows: it.rows.length, owner: `${user}@${host}`, when, rowId };
  return found<"broken-rows">("error", params, { href: `/archive/message/${rowId}` });
}
