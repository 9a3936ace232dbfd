import "server-only";
import type { Sql } from "postgres";
import type { Match } from "@/lib/lexemes/match";
import { frequencyOf } from "@/lib/lexemes/positive";
import { refusal } from "@/lib/refusal";
import type { Unindexed } from "../views";
import { frequencies } from "./frequencies";
import type { Scope } from "./scope";

/** Looking through so many messages one by one takes about a second; the statement timeout is five. */
export const MOST_LOOKED_THROUGH = 500_000;

type Asked = Pick<Scope, "pieces" | "match" | "owners" | "allowed" | "rowIds">;

/**
 * Why pieces of text have to be looked for message by message; null when an index has them, or one archive
 * or less is asked, which is never much.
 * @throws ConsoleError `invalid` with the reason when there are too many messages to look through.
 */
export async function whyLookedThrough(sql: Sql, asked: Asked): Promise<Unindexed | null> {
  const { pieces, owners, rowIds } = asked;
  if (!pieces || rowIds || owners?.length === 0 || owners?.length === 1) return null;
  const why = hasTrigrams(pieces) ? await whyNoIndex(sql) : "short";
  if (why === null || (await rowsToLookThrough(sql, asked)) <= MOST_LOOKED_THROUGH) return why;
  throw refusal("invalid", `pieces-${why}`, { field: "text" });
}

async function whyNoIndex(sql: Sql): Promise<Unindexed | null> {
  const [row] = await sql<{ indexed: boolean; extension: boolean }[]>`
    select exists (select from pg_extension where extname = 'pg_trgm') as extension,
      exists (select from pg_index where indisvalid
        and indexrelid = to_regclass('console.message_substring')) as indexed`;
  if (row?.indexed) return null;
  return row?.extension ? "building" : "extension";
}

/** pg_trgm knows runs of three letters or digits; what has none is in no index. */
function hasTrigrams(match: Match): boolean {
  if (match.op === "term") return /[\p{L}\p{N}]{3}/u.test(match.term.text);
  if (match.op === "and") return match.of.some(hasTrigrams);
  return match.op === "or" && match.of.every(hasTrigrams);
}

/** Of the archives asked, what passes the filters that the index of words answers. About. */
async function rowsToLookThrough(sql: Sql, { owners, allowed, match }: Asked): Promise<number> {
  const known = await frequencies(sql);
  const share = match ? frequencyOf(match, (it, prefix) => known.of(it, prefix)) : 1;
  if (!owners && !allowed) return share * known.rows;
  const [row] = await sql<{ rows: number }[]>`
    select coalesce(sum(rows), 0)::float8 as rows from console.owner
    where ${
      owners
        ? sql`id = any(${owners}::int[])`
        : sql`(id = any(${allowed?.owners ?? []}::int[]) or host_id = any(${allowed?.hosts ?? []}::smallint[]))`
    }`;
  return share * (row?.rows ?? 0);
}
