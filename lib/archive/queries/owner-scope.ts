import "server-only";
import type { PendingQuery, Row, Sql } from "postgres";
import { ROOM_STORE } from "@/lib/prosody/stores";
import type { Archive } from "@/lib/xmpp/story";
import { type OwnerRef, ownerJid } from "../criteria";

/** The message stores of one owner in the projection; an owner may have `archive` and `archive2`. */
export type OwnerScope = OwnerRef & {
  archive: Archive;
  /** `console.owner.id`. Empty: nothing of that name is archived. */
  ids: number[];
  stores: string[];
};

/** One index lookup (owner_host_user_store). */
export async function findOwnerScope(sql: Sql, owner: OwnerRef): Promise<OwnerScope> {
  const rows = await sql<{ id: number; store: string }[]>`
    select o.id, o.store
    from console.owner o join console.host h on h.id = o.host_id
    where h.host = ${owner.host} and o."user" = ${owner.user} and o.messages`;
  return toScope(
    owner,
    rows.map((it) => it.id),
    rows.map((it) => it.store),
  );
}

/** The ids alone, as a subquery of a statement that need not wait for them. */
export function ownerIds(sql: Sql, { host, user }: OwnerRef): PendingQuery<Row[]> {
  return sql`
    select o.id from console.owner o join console.host h on h.id = o.host_id
    where h.host = ${host} and o."user" = ${user} and o.messages`;
}

export function toScope(owner: OwnerRef, ids: number[], stores: string[]): OwnerScope {
  const isRoom = stores.includes(ROOM_STORE);
  return { ...owner, ids, stores, archive: { owner: ownerJid(owner), isRoom } };
}
