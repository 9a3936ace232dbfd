import "server-only";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Grant } from "@/lib/auth/grant";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { findLayout } from "@/lib/prosody/layouts/detect";
import { ROOM_STORE } from "@/lib/prosody/stores";
import type { PrefsOfHost } from "../views";

export const MOST_PEOPLE = 20_000;

/**
 * A few index lookups a person, in the table that Prosody keeps preferences in (`<archive_store>_prefs`; key '' is
 * the default, a JID a contact). Empty without the projection, which knows the people.
 */
export async function listPrefs(
  _grant: Grant<"policy.read">,
  signal: AbortSignal | null = null,
): Promise<PrefsOfHost[]> {
  const layout = await findLayout();
  if (!layout?.mapTable || !(await isProjected())) return [];
  const { interactive: sql } = pools();
  const map = sql.unsafe(layout.mapTable);
  const query = sql<PrefsOfHost[]>`
    with person as (
      select h.host, o."user", o.store || '_prefs' as store
      from console.owner o join console.host h on h.id = o.host_id
      where o.messages and o.rows > 0 and o.store <> ${ROOM_STORE}
      order by o.rows desc limit ${MOST_PEOPLE}
    ), pref as (
      select p.host, (select m.value from ${map} m where m.host = p.host and m."user" = p."user"
          and m.store = p.store and m.key = '' limit 1) as own,
        exists (select from ${map} m where m.host = p.host and m."user" = p."user"
          and m.store = p.store and m.key <> '' and m.type = 'boolean' and m.value = 'false') as named
      from person p
    )
    select host, count(*)::int as people,
      count(*) filter (where own ~ ${'^\\{"__hash":\\[false,true\\]\\}$'})::int as always,
      count(*) filter (where own ~ ${'^\\{"__hash":\\[false,"roster"\\]\\}$'})::int as roster,
      count(*) filter (where own ~ ${'^\\{"__hash":\\[false,false\\]\\}$'})::int as never,
      count(*) filter (where own is null)::int as none,
      count(*) filter (where named)::int as "neverSomebody"
    from pref group by host order by host`;
  return cancellable(query, signal);
}
