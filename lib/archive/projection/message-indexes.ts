import "server-only";
import type { Queryable } from "@/lib/db/transaction";

/** An index of console.message as it should be on this server. */
export type MessageIndex = {
  name: string;
  /** What comes after `on`. */
  on: string;
  /** What of the first build waits for it. */
  use: "pages" | "words" | "substring";
};

const PAGES: MessageIndex[] = [
  ["message_when", `console.message using btree ("when", sort_id)`],
  ["message_owner", `console.message using btree (owner_id, "when", sort_id)`],
  ["message_conversation", `console.message using btree (owner_id, peer, "when", sort_id)`],
  [
    "message_stanza_id",
    "console.message using btree (stanza_id, owner_id) where stanza_id is not null",
  ],
  [
    "message_origin_id",
    "console.message using btree (origin_id, owner_id) where origin_id is not null and origin_id is distinct from stanza_id",
  ],
  [
    "message_target_id",
    "console.message using btree (owner_id, target_id) where target_id is not null",
  ],
  ["message_key", "console.message using btree (key_hash)"],
].map(([name = "", on = ""]) => ({ name, on, use: "pages" }));

/**
 * With btree_gin a word is looked up together with an archive and a stretch of 30 days; without it by
 * itself. With pg_trgm pieces of words are looked up as well.
 */
export async function messageIndexes(sql: Queryable): Promise<MessageIndex[]> {
  const [have] = await sql<{ scope: boolean; substring: string | null }[]>`
    select exists (select from pg_extension where extname = 'btree_gin') as scope,
      (select format('%I.gin_trgm_ops', n.nspname) from pg_extension e
        join pg_namespace n on n.oid = e.extnamespace where extname = 'pg_trgm') as substring`;
  const columns = have?.scope ? `tsv, owner_id, ("when" / 2592000)` : "tsv";
  const words = `console.message using gin (${columns})`;
  const pieces = `console.message using gin (body ${have?.substring})`;
  return [
    ...PAGES,
    { name: "message_search", on: words, use: "words" },
    ...(have?.substring
      ? [{ name: "message_substring", on: pieces, use: "substring" } as const]
      : []),
  ];
}

/** Those that are not there, or were left half built, or do not know what they could. */
export async function missingIndexes(sql: Queryable): Promise<MessageIndex[]> {
  const wanted = await messageIndexes(sql);
  const there = await sql<{ name: string; columns: number }[]>`
    select c.relname::text as name, i.indnatts::int as columns
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'console.message'::regclass and i.indisvalid and i.indisready`;
  const columnsOf = new Map(there.map((it) => [it.name, it.columns]));
  const scoped = (it: MessageIndex) => it.use !== "words" || it.on.includes("owner_id");
  return wanted.filter((it) => {
    const columns = columnsOf.get(it.name);
    return columns === undefined || (it.use === "words" && columns === 1 && scoped(it));
  });
}

/** Only the owner of a table makes and drops its indexes. */
export async function ownsMessages(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ owns: boolean }[]>`
    select pg_has_role(current_user, relowner, 'USAGE') as owns
    from pg_class where oid = 'console.message'::regclass`;
  return row?.owns ?? false;
}

/** Outside of a transaction: while it is built, everybody reads, writes and deletes. */
export async function buildIndex(sql: Queryable, index: MessageIndex): Promise<void> {
  await sql.unsafe(`drop index concurrently if exists console.${index.name}`);
  await sql.unsafe(`create index concurrently ${index.name} on ${index.on}`);
}

/** On the empty table, whose lock the caller has. */
export async function createIndexes(tx: Queryable): Promise<void> {
  for (const { name, on } of await missingIndexes(tx)) {
    await tx.unsafe(`drop index if exists console.${name}`);
    await tx.unsafe(`create index ${name} on ${on}`);
  }
}

/** A large first build is faster without them. */
export async function dropIndexes(tx: Queryable): Promise<void> {
  const names = [...PAGES.map((it) => it.name), "message_search", "message_substring"];
  await tx.unsafe(`drop index if exists ${names.map((it) => `console.${it}`).join(", ")}`);
}
