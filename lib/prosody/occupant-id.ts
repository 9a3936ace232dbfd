import "server-only";
import { createHmac } from "node:crypto";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "./layouts/layout";

/**
 * XEP-0421 as Prosody's mod_muc computes it (muc/occupant_id.lib.lua, 0.12 and 13): base64 of the
 * HMAC-SHA-256 with the bare JID as key and the room's salt as data.
 */
export function occupantIdOf(bareJid: string, salt: string): string {
  return createHmac("sha256", bareJid).update(salt).digest("base64");
}

/** Table `prosody`, store `config`, key `_data`; null where the room has none (0.11, destroyed rooms). */
export async function readRoomSalt(
  sql: Queryable,
  layout: Layout,
  room: { host: string; user: string },
): Promise<string | null> {
  if (!layout.mapTable) return null;
  const rows = await sql<{ value: string }[]>`
    select value from ${sql.unsafe(layout.mapTable)}
    where host = ${room.host} and "user" = ${room.user} and store = 'config' and key = '_data' limit 1`;
  return saltOf(rows[0]?.value ?? "");
}

function saltOf(json: string): string | null {
  try {
    const data = JSON.parse(json) as { occupant_id_salt?: unknown } | null;
    return typeof data?.occupant_id_salt === "string" ? data.occupant_id_salt : null;
  } catch {
    return null;
  }
}

/** Everybody with an affiliation in the room: the keys of its `config` that are bare JIDs. */
export async function readAffiliated(
  sql: Queryable,
  layout: Layout,
  room: { host: string; user: string },
): Promise<string[]> {
  if (!layout.mapTable) return [];
  const rows = await sql<{ key: string }[]>`
    select key from ${sql.unsafe(layout.mapTable)}
    where host = ${room.host} and "user" = ${room.user} and store = 'config'
      and key not like '\\_%' and position('@' in key) > 0`;
  return rows.map((it) => it.key);
}

/** Bare JIDs of all accounts of all hosts (store `accounts`). Cost grows with their number. */
export async function readAccounts(sql: Queryable, layout: Layout): Promise<string[]> {
  if (!layout.mapTable) return [];
  const rows = await sql<{ jid: string }[]>`
    select distinct "user" || '@' || host as jid from ${sql.unsafe(layout.mapTable)}
    where store = 'accounts' and "user" <> ''`;
  return rows.map((it) => it.jid);
}
