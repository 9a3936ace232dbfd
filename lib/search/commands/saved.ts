import "server-only";
import type { TransactionSql } from "postgres";
import type { AuditAction } from "@/lib/audit/actions";
import type { JsonObject } from "@/lib/audit/canonical";
import { keyedHash } from "@/lib/audit/keyed-hash";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { isUuid } from "@/lib/auth/uuid";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { refuseWords, type SearchText } from "./keep";

type Searcher = Grant<"search.metadata">;
type Own = { id: string; words: string; filters: string; name: string | null; shared: boolean };

/** Keeps a search under a name until it is removed. Several may have the same name. Returns its id. */
export async function saveSearch(
  grant: Searcher,
  { words, filters, name, shared }: SearchText & { name: string; shared: boolean },
): Promise<string> {
  refuseWords(grant, words);
  return pools().interactive.begin(async (tx) => {
    const [row] = await tx<Own[]>`
      insert into console.search (operator_id, words, filters, name, shared)
      values (${grant.operator.id}, ${words}, ${filters}, ${name}, ${shared})
      returning id, words, filters, name, shared`;
    await record(tx, grant, "search.save", row!, { shared });
    return row!.id;
  });
}

/** @throws ConsoleError `not-found` unless it is one's own saved search. */
export function renameSearch(grant: Searcher, id: string, name: string): Promise<void> {
  return change(grant, "search.rename", id, async (tx) => {
    await tx`update console.search set name = ${name} where id = ${id}`;
    return { name: keyedHash("search.name", name) };
  });
}

/** Shows it to everybody who may search, or to nobody else any more. @throws ConsoleError `not-found`. */
export function shareSearch(grant: Searcher, id: string, shared: boolean): Promise<void> {
  return change(grant, "search.share", id, async (tx) => {
    await tx`update console.search set shared = ${shared} where id = ${id}`;
    return { shared };
  });
}

/** @throws ConsoleError `not-found` unless it is one's own saved search. */
export function removeSearch(grant: Searcher, id: string): Promise<void> {
  return change(grant, "search.remove", id, async (tx, { shared }) => {
    await tx`delete from console.search where id = ${id}`;
    return { shared };
  });
}

function change(
  grant: Searcher,
  action: AuditAction,
  id: string,
  run: (tx: TransactionSql, own: Own) => Promise<JsonObject>,
): Promise<void> {
  return pools().interactive.begin(async (tx) => {
    const [own] = await tx<Own[]>`
      select id, words, filters, name, shared from console.search
      where id = ${isUuid(id) ? id : null} and operator_id = ${grant.operator.id} and name is not null
      for update`;
    if (!own) throw refusal("not-found", "search-not-saved");
    await record(tx, grant, action, own, await run(tx, own));
  });
}

/** Names may hold the words in other letters, so they are hashed like them. */
function record(
  tx: TransactionSql,
  grant: Searcher,
  action: AuditAction,
  { id, words, filters }: Own,
  details: JsonObject,
): Promise<number> {
  const hash = words === "" ? null : keyedHash("search.words", words);
  return recordAuditIn(tx, grant, {
    action,
    phase: "done",
    subject: id,
    details: { filters, words: hash, ...details },
  });
}
