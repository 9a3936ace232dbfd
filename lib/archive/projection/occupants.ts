import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import {
  occupantIdOf,
  readAccounts,
  readAffiliated,
  readRoomSalt,
} from "@/lib/prosody/occupant-id";
import { isRoomStore } from "@/lib/prosody/stores";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { bareOf, resourceOf } from "@/lib/xmpp/jid";
import { type Author, PROOF } from "./line";

export type Room = { host: string; user: string };
export type RoomRow = Room & { store: string; facts: StanzaFacts | null };
/** What was found out about one occupant-id; `jid` null: nobody fits, or (not `tried`) not all were tried. */
export type Occupant = Room & { occupantId: string; jid: string | null; tried: boolean };

/** What a row says of its author beside the occupant-id: both only tell whom to try first. */
type Hint = { writtenJid: string | null; nick: string | null };

/** `authors`: every occupant-id that was asked for; null where nobody fits. */
type Book = { salt: string | null; authors: Map<string, string | null>; readAt: number };

type Accounts = { jids: string[]; byLocalpart: Map<string, string[]>; readAt: number };

const KEEP_MS = 10 * 60_000;
const MAX_ROOMS = 5_000;
/** A batch may hash this often; who needs more is left to retryUnknownOccupants, when there is time. */
const HASHES_A_BATCH = 20_000;
const MOST_FAMILIAR = 500;

/**
 * Finds the real authors of room messages. An occupant-id is a keyed hash of the bare JID, so it is found
 * by trying everybody who could be there: affiliations, accounts of all hosts, and the JID that the room
 * itself wrote into the message. Rooms and accounts are read again every 10 minutes.
 */
export class Occupants {
  private readonly books = new Map<string, Book>();
  private accounts: Accounts | null = null;
  /** Found in some room lately: who talks in one room talks in others. */
  private readonly familiar = new Set<string>();
  private fresh: Occupant[] = [];
  private hashesLeft = HASHES_A_BATCH;

  constructor(
    private readonly sql: Queryable,
    private readonly layout: Layout,
  ) {}

  /** Call before `authorOf`. Costs at most HASHES_A_BATCH hashes, however many accounts there are. */
  async learn(rows: RoomRow[]): Promise<void> {
    this.hashesLeft = HASHES_A_BATCH;
    const rooms = new Map<string, { room: Room; wanted: Map<string, Hint> }>();
    for (const { facts, ...row } of rows) {
      if (!facts?.occupantId || !isRoomStore(row.store)) continue;
      const entry = rooms.get(keyOf(row)) ?? { room: row, wanted: new Map() };
      rooms.set(keyOf(row), entry);
      const writtenJid = facts.realJid && bareOf(facts.realJid);
      entry.wanted.set(facts.occupantId, { writtenJid, nick: resourceOf(facts.from) });
    }
    for (const { room, wanted } of rooms.values()) await this.learnRoom(room, wanted);
  }

  /**
   * A client cannot choose its occupant-id, but can send an `<x/>` of muc#user: that one counts only where
   * there is no occupant-id to contradict it.
   */
  authorOf({ facts, ...room }: RoomRow): Author {
    if (!facts || !isRoomStore(room.store)) return null;
    const book = this.books.get(keyOf(room));
    if (facts.occupantId === null || !book || book.salt === null) {
      return facts.realJid ? { jid: bareOf(facts.realJid), proof: PROOF.mucUser } : null;
    }
    const jid = book.authors.get(facts.occupantId) ?? null;
    return jid === null ? null : { jid, proof: PROOF.occupantId };
  }

  /** What was found since the last call, to be kept in console.occupant. */
  takeFresh(): Occupant[] {
    const fresh = this.fresh;
    this.fresh = [];
    return fresh;
  }

  private async learnRoom(room: Room, wanted: Map<string, Hint>): Promise<void> {
    const book = await this.book(room);
    if (book.salt === null) return;
    const unknown = new Map([...wanted].filter(([id]) => !book.authors.has(id)));
    if (unknown.size === 0) return;
    for (const [id, jid] of await this.kept(room, [...unknown.keys()])) {
      book.authors.set(id, jid);
      unknown.delete(id);
    }
    const tried = await this.tryAll(book, unknown, room);
    for (const id of unknown.keys()) book.authors.set(id, null);
    for (const occupantId of wanted.keys()) {
      const jid = book.authors.get(occupantId) ?? null;
      if (jid !== null) this.meet(jid);
      this.fresh.push({ host: room.host, user: room.user, occupantId, jid, tried });
    }
  }

  /** From the likeliest to everybody. False when everybody would have been too many for now. */
  private async tryAll(book: Book, unknown: Map<string, Hint>, room: Room): Promise<boolean> {
    if (unknown.size === 0) return true;
    const hints = [...unknown.values()];
    this.tryOut(
      book,
      unknown,
      hints.map((it) => it.writtenJid).filter((it) => it !== null),
    );
    if (unknown.size === 0) return true;
    const { jids, byLocalpart } = await this.readAccounts();
    this.tryOut(
      book,
      unknown,
      hints.flatMap(({ nick }) => byLocalpart.get(nick?.toLowerCase() ?? "") ?? []),
    );
    if (unknown.size > 0)
      this.tryOut(book, unknown, await readAffiliated(this.sql, this.layout, room));
    if (unknown.size > 0) this.tryOut(book, unknown, this.familiar);
    if (unknown.size === 0) return true;
    if (jids.length > this.hashesLeft) return false;
    this.tryOut(book, unknown, jids);
    return true;
  }

  private tryOut(book: Book, unknown: Map<string, Hint>, candidates: Iterable<string>): void {
    for (const jid of candidates) {
      this.hashesLeft -= 1;
      const id = occupantIdOf(jid, book.salt ?? "");
      if (!unknown.delete(id)) continue;
      book.authors.set(id, jid);
      if (unknown.size === 0) return;
    }
  }

  private meet(jid: string): void {
    this.familiar.delete(jid);
    this.familiar.add(jid);
    const longest = this.familiar.values().next();
    if (this.familiar.size > MOST_FAMILIAR && !longest.done) this.familiar.delete(longest.value);
  }

  private async kept(room: Room, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.sql<{ id: string; jid: string }[]>`
      select c.occupant_id as id, c.jid from console.occupant c
        join console.owner o on o.id = c.owner_id join console.host h on h.id = o.host_id
      where h.host = ${room.host} and o."user" = ${room.user} and c.jid is not null
        and c.occupant_id = any(${ids}::text[])`;
    return new Map(rows.map((it) => [it.id, it.jid]));
  }

  private async book(room: Room): Promise<Book> {
    const before = this.books.get(keyOf(room));
    if (before && Date.now() - before.readAt < KEEP_MS) return before;
    const salt = await readRoomSalt(this.sql, this.layout, room);
    const book: Book = { salt, authors: new Map(), readAt: Date.now() };
    this.books.delete(keyOf(room));
    this.books.set(keyOf(room), book);
    const oldest = this.books.keys().next();
    if (this.books.size > MAX_ROOMS && !oldest.done) this.books.delete(oldest.value);
    return book;
  }

  private async readAccounts(): Promise<Accounts> {
    if (!this.accounts || Date.now() - this.accounts.readAt > KEEP_MS) {
      const jids = await readAccounts(this.sql, this.layout);
      const byLocalpart = new Map<string, string[]>();
      for (const jid of jids) {
        const localpart = jid.slice(0, jid.indexOf("@"));
        byLocalpart.set(localpart, [...(byLocalpart.get(localpart) ?? []), jid]);
      }
      this.accounts = { jids, byLocalpart, readAt: Date.now() };
    }
    return this.accounts;
  }
}

function keyOf({ host, user }: Room): string {
  return `${user}@${host}`;
}
