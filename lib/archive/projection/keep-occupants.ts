import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { ROOM_STORE } from "@/lib/prosody/stores";
import type { Occupant } from "./occupants";
import type { OwnerIndex } from "./owners";

/** Remembers who is behind the occupant-ids that a batch met. In one order, so that two who do so never wait crosswise. */
export async function keepOccupants(
  tx: Queryable,
  occupants: Occupant[],
  index: Pick<OwnerIndex, "find">,
): Promise<void> {
  const known = occupants.flatMap(({ occupantId, jid, tried, ...room }) => {
    const owner = index.find({ ...room, store: ROOM_STORE });
    return owner ? [{ ownerId: owner.ownerId, occupantId, jid, tried }] : [];
  });
  if (known.length === 0) return;
  known.sort((a, b) => a.ownerId - b.ownerId || (a.occupantId < b.occupantId ? -1 : 1));
  await tx`
    insert into console.occupant as c (owner_id, occupant_id, jid, tried_at)
    select owner_id, occupant_id, jid, case when tried = 1 then now() else 'epoch' end
    from unnest(${known.map((it) => it.ownerId)}::int[],
      ${known.map((it) => it.occupantId)}::text[], ${known.map((it) => it.jid)}::text[],
      ${known.map((it) => Number(it.tried))}::int[]) as k (owner_id, occupant_id, jid, tried)
    on conflict (owner_id, occupant_id) do update
      set jid = coalesce(excluded.jid, c.jid), tried_at = excluded.tried_at`;
}
