import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { isUuid } from "@/lib/auth/uuid";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { HISTORY_DAYS, type KeptSearch, type KeptSearches } from "../kept-views";

const SAVED_SHOWN = 200;
const RECENT_SHOWN = 30;

/** One's own search or a shared one; null also for another's, and for words when the role may not search text. */
export async function findSearch(
  grant: Grant<"search.metadata">,
  id: string,
): Promise<KeptSearch | null> {
  if (!isUuid(id)) return null;
  const sql = pools().interactive;
  const [row] = await select(sql, grant, sql`and it.id = ${id}`, sql`limit 1`);
  return row ?? null;
}

/** @throws ConsoleError `not-found` where {@link findSearch} has none. */
export async function getSearch(grant: Grant<"search.metadata">, id: string): Promise<KeptSearch> {
  const found = await findSearch(grant, id);
  if (found) return found;
  throw refusal("not-found", "search-gone");
}

export async function listSearches(grant: Grant<"search.metadata">): Promise<KeptSearches> {
  const sql = pools().interactive;
  const [saved, recent] = await Promise.all([
    select(sql, grant, sql`and it.name is not null`, sql`order by it.name limit ${SAVED_SHOWN}`),
    select(
      sql,
      grant,
      sql`and it.name is null and it.used_at > now() - interval '1 day' * ${HISTORY_DAYS}`,
      sql`order by it.used_at desc limit ${RECENT_SHOWN}`,
    ),
  ]);
  return { saved: [...saved], recent: [...recent] };
}

function select(
  sql: Sql,
  { operator }: Grant<"search.metadata">,
  which: PendingQuery<Row[]>,
  end: PendingQuery<Row[]>,
) {
  const wordless = permits(operator.roles, "search.text") ? sql`` : sql`and it.words = ''`;
  return sql<KeptSearch[]>`
    select it.id, it.words, it.filters, it.name, it.shared,
      case when it.operator_id = ${operator.id} then null
        else coalesce((select name from console.operator where id::text = it.operator_id), it.operator_id)
      end as "by",
      floor(extract(epoch from it.used_at))::float8 as "usedAt"
    from console.search it
    where (it.operator_id = ${operator.id} or it.shared) ${wordless} ${which} ${end}`;
}
