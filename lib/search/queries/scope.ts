import "server-only";
import type { Sql } from "postgres";
import type { ReadingScope } from "@/lib/auth/reading";
import { cancellable } from "@/lib/db/cancel";
import type { Match } from "@/lib/lexemes/match";
import { toTsquery } from "@/lib/lexemes/tsquery";
import { layout } from "@/lib/prosody/layouts/detect";
import { refusal } from "@/lib/refusal";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import type { SearchCriteria } from "../criteria";
import { type DateRange, dateRange } from "../language/date-range";
import type { Filters, Is, Names } from "../language/query";
import type { Unindexed } from "../views";
import { whyLookedThrough } from "./pieces";
import {
  type Allowed,
  allowedBy,
  hostsOf,
  onlyAllowed,
  ownersOf,
  type Party,
  partiesOf,
} from "./resolve-names";
import { findRowsById } from "./rows-by-id";

/** Who got a message: the other side of what was sent, the archive's owner of what was received. */
export type Recipients = { jids: string[]; owners: number[]; not: boolean };

/** A search in the numbers and lexemes of the index. */
export type Scope = {
  /** Words and facets, as the index knows them; null: every row. */
  match: Match | null;
  tsquery: string | null;
  /** Pieces of text (substring mode), looked for in the body. */
  pieces: Match | null;
  /** Only these archives; null: all. */
  owners: number[] | null;
  notOwners: number[];
  /** The other side, where all that is asked is one conversation of one archive. */
  peer: string | null;
  allowed: Allowed;
  range: DateRange;
  to: Recipients[];
  is: { name: Is; not: boolean }[];
  /** Only these rows; null: all. */
  rowIds: number[] | null;
  copies: SearchCriteria["copies"];
  unknownNames: string[];
  /** See Searched. */
  unindexed: Unindexed | null;
};

/** Names that nobody has make a filter that nothing passes, and are named in the answer. */
export async function resolveScope(
  sql: Sql,
  criteria: SearchCriteria,
  readings: readonly ReadingScope[] | null,
  signal: AbortSignal | null = null,
): Promise<Scope> {
  const { query, zone, copies } = criteria;
  const { filters } = query;
  const names = new NameBook(sql);
  const allowed = readings ? await allowedBy(sql, readings) : null;
  const places = await resolvePlaces(sql, names, filters);
  const owners = places.owners && (await onlyAllowed(sql, places.owners, allowed));
  const parts = [
    ...(query.words && !query.substring ? [query.words] : []),
    ...(await facetsOf(sql, names, filters)),
    ...places.facets,
  ];
  const match: Match | null = parts.length > 0 ? { op: "and", of: parts } : null;
  const range = dateRange(filters, zone);
  const ids = filters.id.include;
  const pieces = query.substring ? query.words : null;
  if (filters.id.exclude.length > 0) throw refusal("invalid", "search-id-excluded");
  const byId = async () => cancellable(findRowsById(sql, await layout(), ids, owners), signal);
  const rowIds = ids.length > 0 ? (await byId()).map((it) => it.rowId) : null;
  return {
    match,
    tsquery: match && toTsquery(match, { accents: query.accents }),
    pieces,
    owners,
    notOwners: places.notOwners,
    peer: owners?.length === 1 ? await conversationOf(sql, owners[0] ?? 0, filters.with) : null,
    allowed,
    range,
    to: await recipientsOf(names, filters.to),
    is: [
      ...filters.is.include.map((name) => ({ name, not: false })),
      ...filters.is.exclude.map((name) => ({ name, not: true })),
    ],
    rowIds,
    copies,
    unknownNames: names.unknown,
    unindexed: await whyLookedThrough(sql, { pieces, match, owners, allowed, rowIds }),
  };
}

/** Remembers who is who, and which names nobody has. */
class NameBook {
  readonly unknown: string[] = [];

  constructor(private readonly sql: Sql) {}

  async parties(name: string): Promise<Party[]> {
    return this.noted(name, await partiesOf(this.sql, name));
  }

  async owners(name: string): Promise<number[]> {
    return ownersOf(this.sql, name);
  }

  noted<T>(name: string, found: T[]): T[] {
    if (found.length === 0 && !this.unknown.includes(name)) this.unknown.push(name);
    return found;
  }
}

/** One side, as this archive spells it; null for several, for rooms, and for oneself, who is in every row. */
async function conversationOf(sql: Sql, owner: number, { include }: Names): Promise<string | null> {
  const [name] = include;
  if (name === undefined || include.length > 1) return null;
  const [only, another] = await sql<{ peer: string }[]>`
    select c.peer from console.conversation c
      join console.owner o on o.id = c.owner_id join console.host h on h.id = o.host_id
    where c.owner_id = ${owner} and lower(c.peer collate "C") = lower(${name} collate "C")
      and lower(c.peer collate "C") <> lower((o."user" || '@' || h.host) collate "C") limit 2`;
  return only && !another ? only.peer : null;
}

/** `in:` is a host, or an archive: a room's or a person's. */
async function resolvePlaces(sql: Sql, names: NameBook, filters: Filters) {
  const resolve = async (name: string) => {
    const hosts = name.includes("@") ? [] : await hostsOf(sql, name);
    const owners = hosts.length > 0 ? [] : await names.owners(name);
    names.noted(name, [...hosts, ...owners]);
    return { hosts, owners };
  };
  const include = await Promise.all(filters.in.include.map(resolve));
  const exclude = await Promise.all(filters.in.exclude.map(resolve));
  const hosts = include.flatMap((it) => it.hosts);
  const owners = include.flatMap((it) => it.owners);
  const notHosts = exclude.flatMap((it) => it.hosts);
  const mixed = hosts.length > 0 && owners.length > 0;
  const facets: Match[] = [];
  if (include.length > 0 && owners.length === 0) facets.push(facet(hosts.map((id) => `:h${id}`)));
  if (notHosts.length > 0) facets.push(not(facet(notHosts.map((id) => `:h${id}`))));
  const all = mixed ? await ownersOfHosts(sql, hosts) : [];
  return {
    facets,
    owners: owners.length > 0 ? [...owners, ...all] : null,
    notOwners: exclude.flatMap((it) => it.owners),
  };
}

/** `in:` of a host and of an archive at once, which is rare: then the host's archives one by one. */
async function ownersOfHosts(sql: Sql, hosts: number[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from console.owner where host_id = any(${hosts}::smallint[]) and messages`;
  return rows.map((it) => it.id);
}

async function facetsOf(sql: Sql, names: NameBook, filters: Filters): Promise<Match[]> {
  const parties = async (prefix: string, { include, exclude }: Names) => {
    const lexemes = async (list: string[]) =>
      (await Promise.all(list.map((name) => names.parties(name))))
        .flat()
        .map(({ id }) => `${prefix}${id}`);
    return choice(include.length > 0 ? await lexemes(include) : null, await lexemes(exclude));
  };
  const hosts = async (list: string[]) =>
    (await Promise.all(list.map(async (name) => names.noted(name, await hostsOf(sql, name)))))
      .flat()
      .map((id) => `:h${id}`);
  const kinds = (list: readonly string[]) =>
    list.map((kind) => `:k${(MESSAGE_KINDS as readonly string[]).indexOf(kind)}`);
  const { from, with: sides, to, host, kind, has, is } = filters;
  return [
    ...(await parties(":s", from)),
    ...(await parties(":w", sides)),
    ...(await parties(":w", { include: to.include, exclude: [] })),
    ...choice(
      host.include.length > 0 ? await hosts(host.include) : null,
      await hosts(host.exclude),
    ),
    ...choice(kind.include.length > 0 ? kinds(kind.include) : null, kinds(kind.exclude)),
    ...has.include.map((it) => facet([HAS_FACET[it]])),
    ...has.exclude.map((it) => not(facet([HAS_FACET[it]]))),
    ...is.include.map((it) => facet([`:${it}`])),
  ];
}

const HAS_FACET = { file: ":file", link: ":link", encrypted: ":enc" } as const;

async function recipientsOf(names: NameBook, { include, exclude }: Names): Promise<Recipients[]> {
  const resolve = async (list: string[], negative: boolean): Promise<Recipients[]> => {
    if (list.length === 0) return [];
    const parties = (await Promise.all(list.map((name) => names.parties(name)))).flat();
    const owners = (await Promise.all(list.map((name) => names.owners(name)))).flat();
    return [{ jids: parties.map((it) => it.name), owners, not: negative }];
  };
  return [...(await resolve(include, false)), ...(await resolve(exclude, true))];
}

function choice(include: string[] | null, exclude: string[]): Match[] {
  return [
    ...(include ? [facet(include)] : []),
    ...(exclude.length > 0 ? [not(facet(exclude))] : []),
  ];
}

function facet(any: string[]): Match {
  return { op: "facet", any };
}

function not(of: Match): Match {
  return { op: "not", of };
}
