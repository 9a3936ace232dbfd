import "server-only";
import type { Sql } from "postgres";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { OwnerRef } from "../criteria";

/** What Prosody's own stores say about owners beside their messages. */
export type OwnerFacts = { name: string | null; hasAccount: boolean; isRoom: boolean };

/** Where a name is looked for, as it is stored. */
export type FoundNames = { nick: string | null; vcard: string | null; room: string | null };
type Found = FoundNames & { ord: number; account: boolean };

/** A room's `_data` or a vCard above this is not worth a display name. */
const NAME_BYTES = 20_000;

/**
 * Display names (XEP-0172 or vCard4 of a person, the configured name of a room) and whether the account
 * still exists. Four index lookups an owner, so for a page of owners, never for all.
 */
export async function findOwnerFacts(sql: Sql, owners: OwnerRef[]): Promise<OwnerFacts[]> {
  if (owners.length === 0) return [];
  const it = await layout();
  const rows = await sql<Found[]>`
    select w.ord::int as ord, ${nameColumns(sql, it)}, ${accountColumn(sql, it)}
    from unnest(${owners.map((it) => it.host)}::text[], ${owners.map((it) => it.user)}::text[])
      with ordinality as w(host, "user", ord)
    order by w.ord`;
  return rows.map((it) => ({
    name: nameIn(it),
    hasAccount: it.account,
    isRoom: it.room !== null,
  }));
}

/** Null where there is none that can be shown. */
export function nameIn({ nick, vcard, room }: FoundNames): string | null {
  return roomName(room) ?? textOf(vcard, "text") ?? textOf(nick, "nick") ?? null;
}

/** FoundNames over alias `w`, which has host and user: three index lookups. */
export function nameColumns(sql: Sql, it: Layout) {
  return sql`${pepColumns(sql, it)}, ${roomColumn(sql, it)}`;
}

function roomColumn(sql: Sql, { mapTable }: Layout) {
  if (mapTable === null) return sql`null::text as room`;
  return sql`
    (select left(p.value, ${NAME_BYTES}::int) from ${sql.unsafe(mapTable)} p
      where p.host = w.host and p."user" = w."user" and p.store = 'config' and p.key = '_data'
      limit 1) as room`;
}

/** Never the value of `accounts`: it holds credentials. */
function accountColumn(sql: Sql, { mapTable }: Layout) {
  if (mapTable === null) return sql`false as account`;
  return sql`
    exists (select from ${sql.unsafe(mapTable)} p
      where p.host = w.host and p."user" = w."user" and p.store = 'accounts') as account`;
}

/** PEP items live in the archive table, the newest counts. */
function pepColumns(sql: Sql, { table, when }: Layout) {
  const item = (store: string) => sql`
    (select left(a.value, ${NAME_BYTES}::int) from ${sql.unsafe(table)} a
      where a.host = w.host and a."user" = w."user" and a.store = ${store}
      order by ${sql.unsafe(when)} desc limit 1)`;
  return sql`${item("pep_http://jabber.org/protocol/nick")} as nick,
    ${item("pep_urn:xmpp:vcard4")} as vcard`;
}

/** `_data` is JSON of a Lua table; what is not is treated as no name. */
function roomName(data: string | null): string | null {
  if (data === null) return null;
  try {
    const parsed: unknown = JSON.parse(data);
    const name = typeof parsed === "object" && parsed && "name" in parsed ? parsed.name : null;
    return typeof name === "string" ? clean(name) : null;
  } catch {
    return null;
  }
}

/** `<nick>…</nick>`, or the first `<fn><text>…</text></fn>` of a vCard4 (XEP-0292). */
function textOf(xml: string | null, element: "nick" | "text"): string | null {
  if (xml === null) return null;
  const inside = element === "text" ? /<fn\b[^>]*>([\s\S]*?)<\/fn>/.exec(xml)?.[1] : xml;
  const found = new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`).exec(inside ?? "")?.[1];
  return found === undefined ? null : clean(unescapeXml(found));
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");
}

function clean(name: string): string | null {
  const shown = name.trim().slice(0, 200);
  return shown === "" ? null : shown;
}
