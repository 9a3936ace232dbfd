import "server-only";
import type { ISql } from "postgres";
import { holdsOfRow } from "@/lib/prosody/adoption/hold-match";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { Pass } from "../views";

/** Where a walk goes on: behind this row, in the order of time. `row`: rowId of the layout. */
export type Cursor = { when: number; row: string };

const BEGINNING: Cursor = { when: -2_147_483_648, row: "-1" };

/** Rows of the host and store of a pass that are older than `before` (Unix seconds, exclusive). */
export function rowsOf(sql: ISql, layout: Layout, pass: Pass, before: number, at?: Cursor | null) {
  const { when, row } = at ?? BEGINNING;
  return sql`
    ${sql.unsafe(layout.table)} a
    where a.host = ${pass.host} and a.store = ${pass.store}
      and (${pass.user}::text is null or a."user" = ${pass.user})
      and ${sql.unsafe(layout.when)} < ${before}
      and (${sql.unsafe(layout.when)}, ${sql.unsafe(layout.rowId)}) > (${when}, ${row}::bigint)`;
}

/** Whether the pass, and not a more specific one, decides a row. What kind it is, the index knows. */
export function isOfPass(sql: ISql, layout: Layout, pass: Pass) {
  const numbers = (kinds: Pass["exceptKinds"]) => kinds.map((it) => MESSAGE_KINDS.indexOf(it));
  const kindIn = (kinds: Pass["exceptKinds"]) => sql`exists (select from console.message m
    where m.sort_id = ${sql.unsafe(layout.rowId)} and m.kind = any(${numbers(kinds)}::int[]))`;
  return sql`(
    a."user" <> all(${pass.exceptUsers}::text[])
    ${pass.kind === null ? sql`` : sql`and ${kindIn([pass.kind])}`}
    ${pass.exceptKinds.length === 0 ? sql`` : sql`and not ${kindIn(pass.exceptKinds)}`})`;
}

/** Whether a hold keeps the row; asked of each row only while there is a hold. */
export function isHeldRow(sql: ISql, layout: Layout, anyHold: boolean) {
  return anyHold ? sql`exists (${sql.unsafe(holdsOfRow(layout, "a"))})` : sql`false`;
}

export async function hasHolds(sql: ISql): Promise<boolean> {
  const found = await sql`select from console.hold where released_at is null limit 1`;
  return found.length > 0;
}
