import type { Sql } from "postgres";
import { TEXT_KINDS } from "@/lib/prosody/adoption/remove-lines";
import type { ArchiveRow, RawArchiveRow } from "@/lib/prosody/archive-row";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { isMessageStore, isRoomStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { bareOf } from "@/lib/xmpp/jid";
import type { MessageKind } from "@/lib/xmpp/kinds";
import { readStanza } from "@/lib/xmpp/read-stanza";
import { type RollupCounts, readRollups, recountRollups } from "./recount-rollups";
import { readSearch, recountSearch, type SearchCounts } from "./recount-search";

type Counts = { rows: number; encrypted: number; first: number; last: number };
export type Recount = {
  owners: Record<string, Counts & { bytes: number; messages: boolean }>;
  conversations: Record<string, Counts & { texts: number }>;
  /** Row id → kind, when, size. */
  messages: Record<string, string>;
  counted: Record<string, string>;
  rollups: RollupCounts;
  search: SearchCounts;
};

/** What the projection has to say, counted in plain code from Prosody's own rows. */
export async function recountArchive(sql: Sql, layout: Layout): Promise<Recount> {
  const raw = await sql<RawArchiveRow[]>`
    select ${sql.unsafe(layout.rowId)}::float8 as "rowId", a.host, a."user", a.store, a.key,
      ${sql.unsafe(layout.when)} as "when", ${sql.unsafe(layout.with ?? "null::text")} as "with",
      a.type, a.value, octet_length(a.value) as "sizeBytes"
    from ${sql.unsafe(layout.table)} a`;
  const read = raw.map(layout.toRow).map((row) => ({
    row,
    facts: isMessageStore(row.store) ? readStanza(row.value).facts : null,
  }));
  const result: Recount = {
    owners: {},
    conversations: {},
    messages: {},
    counted: {},
    rollups: recountRollups(read),
    search: {},
  };
  for (const it of read) count(result, it);
  const authors = await readAuthors(sql);
  const messages = read
    .filter(({ row }) => isMessageStore(row.store))
    .map((it) => ({ ...it, author: authors.get(it.row.rowId) ?? null }));
  result.search = await recountSearch(sql, messages);
  return result;
}

/** Who wrote in a room is proven elsewhere (occupants.db.test.ts). */
async function readAuthors(sql: Sql): Promise<Map<number, string | null>> {
  const rows = await sql<{ id: number; peer: string | null }[]>`
    select sort_id::float8 as id, peer from console.message where direction = 2`;
  return new Map(rows.map((it) => [it.id, it.peer]));
}

type Read = { row: ArchiveRow; facts: StanzaFacts | null };

function count(result: Recount, { row, facts }: Read): void {
  const owner = `${row.user}@${row.host} ${row.store}`;
  const messages = isMessageStore(row.store);
  const kind: MessageKind = facts?.kind ?? "other";
  const encrypted = messages && kind === "encrypted" ? 1 : 0;
  const line = `${kind} ${row.when} ${row.sizeBytes}`;
  add(result.owners, owner, row.when, { bytes: row.sizeBytes, encrypted, messages });
  if (!messages) {
    result.counted[row.rowId] = `${row.when} ${row.sizeBytes}`;
    return;
  }
  result.messages[row.rowId] = line;
  const self = `${row.user}@${row.host}`;
  const from = bareOf(facts?.from ?? null);
  const other = from === self ? bareOf(facts?.to ?? self) : from;
  const peer = isRoomStore(row.store) ? "" : (row.with ?? other ?? "");
  const text = (TEXT_KINDS as readonly string[]).includes(kind) ? 1 : 0;
  add(result.conversations, `${owner} | ${peer}`, row.when, { encrypted, texts: text });
}

function add<T extends Counts>(
  table: Record<string, T>,
  key: string,
  when: number,
  more: Omit<T, "rows" | "first" | "last">,
): void {
  const before = table[key];
  const sums = Object.entries(more).map(([name, value]) => {
    const sum = (before as Record<string, unknown> | undefined)?.[name];
    return [name, typeof value === "number" ? value + (typeof sum === "number" ? sum : 0) : value];
  });
  table[key] = {
    ...Object.fromEntries(sums),
    rows: (before?.rows ?? 0) + 1,
    first: Math.min(before?.first ?? when, when),
    last: Math.max(before?.last ?? when, when),
  } as T;
}

/** The same shape out of the tables of the projection. */
export async function readProjection(sql: Sql, kinds: readonly MessageKind[]): Promise<Recount> {
  const owners = await sql`
    select o."user" || '@' || h.host || ' ' || o.store as name, o.rows::int, o.bytes::int,
      o.encrypted::int, o.messages, o.first, o.last
    from console.owner o join console.host h on h.id = o.host_id`;
  const conversations = await sql`
    select o."user" || '@' || h.host || ' ' || o.store || ' | ' || c.peer as name, c.rows::int,
      c.texts::int, c.encrypted::int, c.first, c.last
    from console.conversation c join console.owner o on o.id = c.owner_id
      join console.host h on h.id = o.host_id`;
  const messages = await sql`select sort_id, kind, "when", size_bytes from console.message`;
  const counted = await sql`select sort_id, "when", size_bytes from console.counted`;
  const named = (rows: readonly Record<string, unknown>[]) =>
    Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
  return {
    owners: named(owners) as Recount["owners"],
    conversations: named(conversations) as Recount["conversations"],
    messages: Object.fromEntries(
      messages.map((it) => [it.sort_id, `${kinds[it.kind]} ${it.when} ${it.size_bytes}`]),
    ),
    counted: Object.fromEntries(counted.map((it) => [it.sort_id, `${it.when} ${it.size_bytes}`])),
    rollups: await readRollups(sql, kinds),
    search: await readSearch(sql),
  };
}
