import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { readStanza } from "@/lib/xmpp/read-stanza";
import { dumpRows, escapeCopy, PROSODY_012 } from "./dump";

/** The schema of reference/mam-operators-reference.md, with the reserved word quoted as it must be. */
const TABLES = `
  create table prosodyarchive (
    host text not null, "user" text not null, store text not null, key text not null,
    type text, value text, when_col integer not null);
  create index prosodyarchive_index on prosodyarchive (host, "user", store, key);
  create index prosodyarchive_when_index on prosodyarchive (when_col);
  create index prosodyarchive_store_when_index on prosodyarchive (host, "user", store, when_col);
  create table prosody (
    host text not null, "user" text not null, store text not null,
    key text not null, type text not null, value text not null);
  create index prosody_index on prosody (host, "user", store, key);
`;

/** The same people and messages as the 0.12 fixture; every second value is JSON, the others bare stanzas. */
export async function createReferenceTables(sql: Sql): Promise<void> {
  await sql.unsafe(TABLES);
  const archive = dumpRows(PROSODY_012, "prosodyarchive").map(toReferenceRow);
  await copy(sql, `prosodyarchive (host, "user", store, key, type, value, when_col)`, archive);
  await copy(
    sql,
    `prosody (host, "user", store, key, type, value)`,
    dumpRows(PROSODY_012, "prosody"),
  );
}

function toReferenceRow(row: string[], position: number): string[] {
  const [, host, user, store, key, when, , type, value] = row as [
    ...[string, string, string, string, string, string, string, string, string],
  ];
  const message = value.startsWith("<message");
  const json = message && position % 2 === 0;
  return [host, user, store, key, json ? "json" : type, json ? wrap(value, when) : value, when];
}

/** "Archive Entry Structure" of the operators' page. */
function wrap(stanza: string, when: string): string {
  const { facts } = readStanza(stanza);
  return JSON.stringify({
    stanza,
    timestamp: Number(when),
    jid_from: facts?.from ?? undefined,
    jid_to: facts?.to ?? undefined,
    message_id: facts?.id ?? undefined,
    body: facts?.body ?? undefined,
  });
}

async function copy(sql: Sql, target: string, rows: string[][]): Promise<void> {
  const data = rows.map((row) => `${row.map(escapeCopy).join("\t")}\n`).join("");
  await pipeline(Readable.from([data]), await sql.unsafe(`copy ${target} from stdin`).writable());
}
