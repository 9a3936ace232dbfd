import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { OwnerRef } from "../criteria";

/** First and last stamp by two probes each. */
export async function withSpan<T extends OwnerRef & { store: string }>(
  sql: Sql,
  it: Layout,
  owners: T[],
) {
  const edge = (order: "asc" | "desc") => sql`
    (select ${sql.unsafe(it.when)} from ${sql.unsafe(it.table)} a
      where a.host = w.host and a."user" = w."user" and a.store = w.store
      order by ${sql.unsafe(it.when)} ${sql.unsafe(order)} limit 1)`;
  const spans = await sql<{ first: number | null; last: number | null }[]>`
    select ${edge("asc")} as first, ${edge("desc")} as last
    from unnest(${owners.map((o) => o.host)}::text[], ${owners.map((o) => o.user)}::text[],
      ${owners.map((o) => o.store)}::text[]) with ordinality as w(host, "user", store, ord)
    order by w.ord`;
  return owners.map((owner, at) => ({
    ...owner,
    first: spans[at]?.first ?? null,
    last: spans[at]?.last ?? null,
  }));
}
