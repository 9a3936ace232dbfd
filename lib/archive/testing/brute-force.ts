import type { Sql } from "postgres";
import type { RawArchiveRow } from "@/lib/prosody/archive-row";
import { prosodyLayout } from "@/lib/prosody/layouts/prosody";
import { referenceLayout } from "@/lib/prosody/layouts/reference";
import { foldStories } from "@/lib/xmpp/fold";
import { LIST_VALUE_BYTES, type OwnerRef, ownerJid } from "../criteria";
import type { ProjectedRow } from "../queries/projected-rows";
import { type ReadRow, readRow } from "../queries/read-rows";
import { toMessageView } from "../to-view";
import { SHUT } from "../veil";
import type { MessageView } from "../views";

/** Whole archives read without any of the product's queries, to compare its pages with. */
export type WholeArchive = OwnerRef & { isRoom: boolean; rows: ReadRow[] };

/** Every owner of a message store with all its rows in order, straight from Prosody's table. */
export async function readEverything(sql: Sql, reference: boolean): Promise<WholeArchive[]> {
  const it = reference
    ? referenceLayout("prosodyarchive", "prosody")
    : prosodyLayout("prosodyarchive", "prosody");
  const raws = await sql<RawArchiveRow[]>`
    select ${sql.unsafe(it.rowId)}::float8 as "rowId", host, "user", store, key,
      ${sql.unsafe(it.when)} as "when", ${sql.unsafe(it.with ?? "null::text")} as "with", type,
      left(value, ${LIST_VALUE_BYTES}::int) as value, octet_length(value) as "sizeBytes"
    from prosodyarchive a where store in ('archive', 'archive2', 'muc_log')`;
  const authors = await readAuthors(sql);
  const archives = new Map<string, WholeArchive>();
  for (const raw of raws) {
    const row = it.toRow(raw);
    const { host, user } = row;
    const isRoom = row.store === "muc_log";
    const jid = ownerJid(row);
    const archive = archives.get(jid) ?? { host, user, isRoom, rows: [] };
    archives.set(jid, archive);
    archive.rows.push(readRow(row, { owner: jid, isRoom }, authors.get(row.rowId)));
  }
  for (const archive of archives.values()) archive.rows.sort(inOrder);
  return [...archives.values()];
}

/** Only who wrote in a room is taken from the projection: its own tests prove that. */
async function readAuthors(sql: Sql): Promise<Map<number, ProjectedRow>> {
  const rows = await sql<ProjectedRow[]>`
    select sort_id::float8 as "rowId", peer, proof from console.message`;
  return new Map(rows.map((it) => [it.rowId, it]));
}

function inOrder(a: ReadRow, b: ReadRow): number {
  return a.story.stamp - b.story.stamp || a.story.rowId - b.story.rowId;
}

/** All messages of an archive, folded at once, as a closed page would show them. */
export function foldEverything({ rows, isRoom, ...owner }: WholeArchive): MessageView[] {
  const values = new Map(rows.map((it) => [it.story.rowId, it.value]));
  const stories = foldStories(
    { owner: ownerJid(owner), isRoom },
    rows.map((it) => it.story),
  );
  return stories.map((story) =>
    toMessageView(story, SHUT, { rawOf: (id) => values.get(id) ?? null }),
  );
}
