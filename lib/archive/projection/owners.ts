import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import { MESSAGE_STORES } from "@/lib/prosody/stores";

export type OwnerKey = { host: string; user: string; store: string };
export type OwnerNumbers = { ownerId: number; hostId: number };
/** `get` throws for an owner that was not asked for. */
export type OwnerIndex = {
  find(key: OwnerKey): OwnerNumbers | undefined;
  get(key: OwnerKey): OwnerNumbers;
};

/**
 * The numbers of these owners, new ones where there were none. Never by `on conflict do nothing` alone:
 * each attempt would use up a number of the sequence, and hosts have only 32,767. In one order, so that two
 * who do so at once never wait crosswise.
 */
export async function numberOwners(tx: Queryable, keys: Iterable<OwnerKey>): Promise<OwnerIndex> {
  const wanted = new Map([...keys].map((key) => [nameOf(key), key]));
  const numbers = new Map<string, OwnerNumbers>();
  if (wanted.size > 0) {
    const list = [...wanted.values()];
    const asked = tx`unnest(${list.map((it) => it.host)}::text[],
      ${list.map((it) => it.user)}::text[], ${list.map((it) => it.store)}::text[])
      as k(host, "user", store)`;
    await tx`
      insert into console.host (host) select distinct k.host from ${asked}
      where not exists (select from console.host h where h.host = k.host)
      order by 1 on conflict do nothing`;
    await tx`
      insert into console.owner (host_id, "user", store, messages)
      select h.id, k."user", k.store, k.store = any(${[...MESSAGE_STORES]}::text[])
      from ${asked} join console.host h on h.host = k.host
      where not exists (select from console.owner o
        where o.host_id = h.id and o."user" = k."user" and o.store = k.store)
      order by 1, 2, 3 on conflict do nothing`;
    const rows = await tx<(OwnerKey & OwnerNumbers)[]>`
      select k.host, k."user", k.store, o.id as "ownerId", o.host_id as "hostId"
      from ${asked} join console.host h on h.host = k.host
        join console.owner o on o.host_id = h.id and o."user" = k."user" and o.store = k.store`;
    for (const row of rows) numbers.set(nameOf(row), row);
  }
  const find = (key: OwnerKey) => numbers.get(nameOf(key));
  const get = (key: OwnerKey) => {
    const found = find(key);
    if (!found) throw new Error(`no number for an owner of host ${key.host}`);
    return found;
  };
  return { find, get };
}

function nameOf({ host, user, store }: OwnerKey): string {
  return JSON.stringify([host, user, store]);
}
