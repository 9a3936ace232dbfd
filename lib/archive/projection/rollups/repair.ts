import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { ADD_TO_DAYS, ADD_TO_KINDS } from "./add";
import type { Difference } from "./difference";

/**
 * Takes differences away that were found before, in whatever state the rollups are by now. The caller holds the
 * projection lock exclusively.
 */
export async function takeAway(tx: Queryable, { quarters, kinds, months }: Difference) {
  const rowsOf = (list: { rows: number }[]) => tx`${list.map((it) => -it.rows)}::bigint[]`;
  const bytesOf = (list: { bytes: number }[]) => tx`${list.map((it) => -it.bytes)}::bigint[]`;
  const added = (list: { hostId: number; store: string; rows: number; bytes: number }[]) =>
    tx`${list.map((it) => it.hostId)}::smallint[], ${list.map((it) => it.store)}::text[],
      ${rowsOf(list)}, ${bytesOf(list)}`;
  await tx`
    with added as (
      select * from unnest(${added(quarters)}, ${quarters.map((it) => it.quarter)}::int[])
        as u(host_id, store, rows, bytes, quarter)
    ), ${tx.unsafe(ADD_TO_DAYS)} select`;
  await tx`
    with added as (
      select *, day * 96 as quarter
      from unnest(${added(kinds)}, ${kinds.map((it) => it.kind)}::smallint[],
        ${kinds.map((it) => it.day)}::int[]) as u(host_id, store, rows, bytes, kind, day)
    ), ${tx.unsafe(ADD_TO_KINDS)} select`;
  await tx`
    insert into console.rollup_month as r (owner_id, month, rows, bytes)
    select u.* from unnest(${months.map((it) => it.ownerId)}::int[],
        ${months.map((it) => it.month)}::int[], ${rowsOf(months)}, ${bytesOf(months)})
      as u(owner_id, month, rows, bytes) join console.owner o on o.id = u.owner_id
    on conflict (owner_id, month) do update set rows = r.rows + excluded.rows,
      bytes = r.bytes + excluded.bytes`;
  for (const table of ["rollup_day", "rollup_kind", "rollup_month"]) {
    await tx`delete from console.${tx(table)} where rows <= 0`;
  }
}
