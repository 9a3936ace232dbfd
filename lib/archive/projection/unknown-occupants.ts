import "server-only";
import {
  occupantIdOf,
  readAccounts,
  readAffiliated,
  readRoomSalt,
} from "@/lib/prosody/occupant-id";
import type { IndexerContext } from "./index-range";
import type { Room } from "./occupants";

const ROOMS_AT_ONCE = 20;

type Unknown = Room & { ownerId: number; ids: string[] };

/**
 * Tries again, an hour later, the occupant-ids nobody fitted: an account may have been created or an
 * affiliation given. The room's lines without an author are then indexed again.
 */
export async function retryUnknownOccupants({ sql, layout }: IndexerContext): Promise<void> {
  const rooms = await sql<Unknown[]>`
    select h.host, o."user", o.id as "ownerId", array_agg(c.occupant_id) as ids
    from console.occupant c join console.owner o on o.id = c.owner_id
      join console.host h on h.id = o.host_id
    where c.jid is null and c.tried_at < now() - interval '1 hour'
    group by 1, 2, 3 order by min(c.tried_at) limit ${ROOMS_AT_ONCE}`;
  if (rooms.length === 0) return;
  const accounts = await readAccounts(sql, layout);
  for (const room of rooms) {
    const salt = await readRoomSalt(sql, layout, room);
    const candidates =
      salt === null ? [] : [...(await readAffiliated(sql, layout, room)), ...accounts];
    const wanted = new Set(room.ids);
    const found = candidates.filter((jid) => wanted.has(occupantIdOf(jid, salt ?? "")));
    await sql.begin(async (tx) => {
      await tx`update console.occupant set tried_at = now()
        where owner_id = ${room.ownerId} and jid is null`;
      for (const jid of new Set(found)) {
        await tx`update console.occupant set jid = ${jid}
          where owner_id = ${room.ownerId} and occupant_id = ${occupantIdOf(jid, salt ?? "")}`;
      }
      if (found.length === 0) return;
      await tx`insert into console.dirty (sort_id)
        select sort_id from console.message where owner_id = ${room.ownerId} and peer is null`;
    });
  }
}
