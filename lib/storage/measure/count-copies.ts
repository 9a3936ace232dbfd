import "server-only";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Task } from "@/lib/jobs/schedule/run-due";
import { isMessageStore, isRoomStore, MESSAGE_STORES } from "@/lib/prosody/stores";

const OWN_STORES = MESSAGE_STORES.filter((it) => isMessageStore(it) && !isRoomStore(it));

type Copies = { host_id: number; rows: number; bytes: number };

/**
 * A message between two people of ours is stored twice, once for either. Of two archives that hold each other's
 * conversation the smaller number of rows is there twice: exact where neither has lost what the other one kept.
 * Counted from the conversations, of which there are as many as people talk with, never from the rows; each host
 * has the half of a pair that its people keep. Bytes are those of a usual row of that archive.
 */
export const countCopies: Task = async (sql, now) => {
  if (!(await isProjected())) return "later";
  const found = await sql<Copies[]>`
    with person as (
      select o.id, o.host_id, o.store, o."user" || '@' || h.host as jid,
        o.bytes::float8 / o.rows as bytes
      from console.owner o join console.host h on h.id = o.host_id
      where o.rows > 0 and o."user" <> '' and o.store = any(${OWN_STORES}::text[])
    ), side as (
      select p.*, c.peer, c.rows from person p join console.conversation c on c.owner_id = p.id
      where c.peer <> p.jid and c.rows > 0
    )
    select a.host_id::int as host_id, round(sum(least(a.rows, b.rows)) / 2)::float8 as rows,
      round(sum(least(a.rows, b.rows) * a.bytes) / 2)::float8 as bytes
    from side a join side b on b.jid = a.peer and b.peer = a.jid and b.store = a.store
    group by a.host_id`;
  return async (tx) => {
    await tx`delete from console.storage_copies`;
    if (found.length === 0) return;
    await tx`insert into console.storage_copies ${tx(found.map((it) => ({ ...it, counted_at: now })))}`;
  };
};
