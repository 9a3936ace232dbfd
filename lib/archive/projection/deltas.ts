import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { removeLines as removeLinesText } from "@/lib/prosody/adoption/remove-lines";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { partyNames } from "./facets";
import { doubtParties } from "./parties";

/** Each costs a few index lookups; a transaction of the worker stays under 200 ms. */
const DELTAS_AT_ONCE = 1_000;

/** Takes lines away as the capture triggers do, for rows that are indexed again. */
export async function removeLines(tx: Queryable, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.unsafe(removeLinesText("$1::bigint[]"), [ids]);
}

type Sum = {
  ownerId: number;
  peer: string | null;
  rows: number;
  bytes: number;
  texts: number;
  encrypted: number;
};

/**
 * Adds up a part of what the triggers noted down. The caller holds the projection lock exclusively.
 * Owners and conversations without a row left disappear: an erased person is not listed. Returns how
 * many notes were used.
 */
export async function applyDeltas(tx: Queryable): Promise<number> {
  const sums = await tx<(Sum & { notes: number })[]>`
    with d as (
      delete from console.delta
      where ctid = any(array(select ctid from console.delta limit ${DELTAS_AT_ONCE}))
      returning *
    )
    select owner_id as "ownerId", peer, sum(rows)::float8 as rows, sum(bytes)::float8 as bytes,
      sum(texts)::float8 as texts, sum(encrypted)::float8 as encrypted, count(*)::int as notes
    from d group by 1, 2`;
  if (sums.length === 0) return 0;
  await addToConversations(
    tx,
    sums.filter((it) => it.peer !== null),
  );
  await addToOwners(tx, sums);
  return sums.reduce((notes, it) => notes + it.notes, 0);
}

async function addToConversations(tx: Queryable, sums: Sum[]): Promise<void> {
  if (sums.length === 0) return;
  const owners = sums.map((it) => it.ownerId);
  const peers = sums.map((it) => it.peer);
  const touched = tx`unnest(${owners}::int[], ${peers}::text[]) as d(owner_id, peer)`;
  await tx`
    update console.conversation c set rows = c.rows + d.rows, texts = c.texts + d.texts,
      encrypted = c.encrypted + d.encrypted
    from unnest(${owners}::int[], ${peers}::text[], ${sums.map((it) => it.rows)}::bigint[],
      ${sums.map((it) => it.texts)}::bigint[], ${sums.map((it) => it.encrypted)}::bigint[])
      as d(owner_id, peer, rows, texts, encrypted)
    where c.owner_id = d.owner_id and c.peer = d.peer`;
  const ended = await tx<{ peer: string }[]>`
    delete from console.conversation c using ${touched}
    where c.owner_id = d.owner_id and c.peer = d.peer and c.rows <= 0 returning c.peer`;
  await doubtParties(tx, partyNames(ended.map((it) => it.peer)));
  // The borders of a room are those of its archive; of a person, those with this other side.
  const edge = (order: "asc" | "desc") => tx`
    case when o.store = ${ROOM_STORE} then
      (select m."when" from console.message m where m.owner_id = c.owner_id
        order by m."when" ${tx.unsafe(order)} limit 1)
    when c.peer = '' then
      (select m."when" from console.message m where m.owner_id = c.owner_id and m.peer is null
        order by m."when" ${tx.unsafe(order)} limit 1)
    else
      (select m."when" from console.message m where m.owner_id = c.owner_id and m.peer = c.peer
        order by m."when" ${tx.unsafe(order)} limit 1) end`;
  await tx`
    update console.conversation c set first = ${edge("asc")}, last = ${edge("desc")}
    from ${touched} join console.owner o on o.id = d.owner_id
    where c.owner_id = d.owner_id and c.peer = d.peer`;
}

async function addToOwners(tx: Queryable, sums: Sum[]): Promise<void> {
  const owners = [...new Set(sums.map((it) => it.ownerId))];
  await tx`
    update console.owner o set rows = o.rows + d.rows, bytes = o.bytes + d.bytes,
      encrypted = o.encrypted + d.encrypted
    from (select owner_id, sum(rows) as rows, sum(bytes) as bytes, sum(encrypted) as encrypted
      from unnest(${sums.map((it) => it.ownerId)}::int[], ${sums.map((it) => it.rows)}::bigint[],
        ${sums.map((it) => it.bytes)}::bigint[], ${sums.map((it) => it.encrypted)}::bigint[])
        as u(owner_id, rows, bytes, encrypted) group by 1) d
    where o.id = d.owner_id`;
  const gone = await tx<{ jid: string }[]>`
    with empty as (
      delete from console.owner where id = any(${owners}::int[]) and rows <= 0
      returning id, host_id, "user"
    ), occupants as (delete from console.occupant c using empty where c.owner_id = empty.id
    ), months as (delete from console.rollup_month r using empty where r.owner_id = empty.id)
    select e."user" || '@' || h.host as jid from empty e join console.host h on h.id = e.host_id`;
  await doubtParties(tx, partyNames(gone.map((it) => it.jid)));
  const edge = (order: "asc" | "desc") => tx`
    case when o.messages then (select m."when" from console.message m where m.owner_id = o.id
      order by m."when" ${tx.unsafe(order)} limit 1)
    else (select t."when" from console.counted t where t.owner_id = o.id
      order by t."when" ${tx.unsafe(order)} limit 1) end`;
  await tx`
    update console.owner o set first = ${edge("asc")}, last = ${edge("desc")}
    where o.id = any(${owners}::int[])`;
}
