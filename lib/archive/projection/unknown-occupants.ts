import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Sql } from "postgres";
import {
  occupantIdOf,
  readAccounts,
  readAffiliated,
  readRoomSalt,
} from "@/lib/prosody/occupant-id";
import type { IndexerContext } from "./index-range";
import type { Room } from "./occupants";

const ROOMS_AT_ONCE = 20;
/** One call works for about this long, and lets others in between. */
const SPEND_MS = 1_000;
const HASHES_IN_A_BREATH = 2_000;

type Unknown = Room & { ownerId: number; ids: string[] };

/**
 * Tries everybody on the occupant-ids that a batch had no time for, and again an hour later on those
 * nobody fitted: an account may have been created or an affiliation given. The room's lines without an
 * author are then indexed again. Call it when there is nothing else to do; it stops after about a second.
 */
export async function retryUnknownOccupants({ sql, layout }: IndexerContext): Promise<void> {
  const rooms = await sql<Unknown[]>`
    select h.host, o."user", o.id as "ownerId", array_agg(c.occupant_id) as ids
    from console.occupant c join console.owner o on o.id = c.owner_id
      join console.host h on h.id = o.host_id
    where c.jid is null and c.tried_at < now() - interval '1 hour'
    group by 1, 2, 3 order by min(c.tried_at) limit ${ROOMS_AT_ONCE}`;
  if (rooms.length === 0) return;
  const begin = performance.now();
  const accounts = await readAccounts(sql, layout);
  for (const room of rooms) {
    const salt = await readRoomSalt(sql, layout, room);
    const everybody =
      salt === null ? [] : [...(await readAffiliated(sql, layout, room)), ...accounts];
    await keepFound(sql, room, await findAuthors(everybody, salt ?? "", room.ids));
    if (performance.now() - begin > SPEND_MS) return;
  }
}

/** Occupant-id → bare JID of those who fit. */
async function findAuthors(everybody: string[], salt: string, ids: string[]) {
  const wanted = new Set(ids);
  const found = new Map<string, string>();
  for (const [index, jid] of everybody.entries()) {
    if (index % HASHES_IN_A_BREATH === 0) await setImmediate();
    const id = occupantIdOf(jid, salt);
    if (wanted.delete(id)) found.set(id, jid);
    if (wanted.size === 0) break;
  }
  return found;
}

async function keepFound(sql: Sql, { ownerId }: Unknown, found: Map<string, string>) {
  await sql.begin(async (tx) => {
    await tx`update console.occupant set tried_at = now() where owner_id = ${ownerId} and jid is null`;
    if (found.size === 0) return;
    await tx`
      update console.occupant c set jid = f.jid
      from unnest(${[...found.keys()]}::text[], ${[...found.values()]}::text[]) as f (id, jid)
      where c.owner_id = ${ownerId} and c.occupant_id = f.id`;
    await tx`insert into console.dirty (sort_id)
      select sort_id from console.message where owner_id = ${ownerId} and peer is null`;
  });
}
