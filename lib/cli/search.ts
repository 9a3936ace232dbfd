import "server-only";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { closeReveal, openReveal, type Reading, type ReadingScope } from "@/lib/auth/reading";
import type { SearchAccess } from "@/lib/search/access";
import { DEFAULT_HITS, MAX_HITS, type SearchCriteria } from "@/lib/search/criteria";
import { parseQuery } from "@/lib/search/language/parse-query";
import { countMatches } from "@/lib/search/queries/count";
import { searchMessages, searchMetadata } from "@/lib/search/queries/search";
import type { SearchPage } from "@/lib/search/views";
import { type Command, type Invocation, textOption, UsageError } from "./command";
import { hitsJson, hitsText } from "./search-text";
import { ownerOf } from "./user-stats";

/** Options that stand for an operator of the query. `--from` and `--to` are dates, as in `export`. */
const OPERATORS = {
  host: "host",
  owner: "in",
  with: "with",
  sender: "from",
  from: "after",
  to: "before",
  kind: "kind",
  has: "has",
} as const;

/** `muniment search QUERY`: the language of the search page, one page of hits. */
export const search: Command = {
  summary: "find messages; --reason opens their text",
  usage:
    "search [QUERY] [--host H] [--owner JID] [--with JID] [--sender NAME] [--from DATE] [--to DATE]" +
    " [--kind K] [--has file|link|encrypted] [--limit N] [--order newest|oldest] [--before PLACE]" +
    " [--zone ZONE] [--rows] [--exact] [--reason TEXT]",
  help: [
    'Words, "exact phrases", prefix*, -without, OR, and from: to: with: in: host: before: after: on:',
    "during: kind: has: id: is:edited is:retracted, as on the search page. A query that begins with a",
    "minus stands after --. Words need --reason (at least 8 characters): it opens a reading for this one",
    "answer, and the trail keeps it. Without words only who, when and what kind is searched and shown.",
    "--before takes `next` of the page before; --rows shows both copies of a message; --exact counts all.",
  ].join("\n"),
  options: {
    ...Object.fromEntries(
      Object.keys(OPERATORS).map((name) => [name, { type: "string" as const }]),
    ),
    limit: { type: "string" },
    order: { type: "string" },
    before: { type: "string" },
    zone: { type: "string" },
    reason: { type: "string" },
    rows: { type: "boolean" },
    exact: { type: "boolean" },
  },
  async run(invocation) {
    const criteria = criteriaOf(invocation);
    const exact = invocation.options.exact === true;
    const reason = textOption(invocation, "reason");
    const { page, count } = await withAccess(invocation, criteria, reason, async (access) => ({
      page: await pageOf(access, criteria),
      count: await countMatches(access, criteria, { exact }),
    }));
    return { json: hitsJson(page, count), text: hitsText(page, count) };
  },
};

function criteriaOf(invocation: Invocation): SearchCriteria {
  const order = textOption(invocation, "order") ?? "newest";
  if (order !== "newest" && order !== "oldest")
    throw new UsageError("--order is newest or oldest.");
  const limit = Number(textOption(invocation, "limit") ?? DEFAULT_HITS);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_HITS) {
    throw new UsageError(`--limit is a number from 1 to ${MAX_HITS}.`);
  }
  return {
    query: parseQuery(textOf(invocation)),
    zone: zoneOf(textOption(invocation, "zone") ?? "UTC"),
    order,
    before: textOption(invocation, "before"),
    limit,
    copies: invocation.options.rows === true ? "rows" : "one",
  };
}

function textOf(invocation: Invocation): string {
  const filters = Object.entries(OPERATORS).flatMap(([name, operator]) => {
    const value = textOption(invocation, name);
    if (value === null) return [];
    if (value.includes('"')) throw new UsageError(`--${name} cannot hold a quotation mark.`);
    return [`${operator}:"${name === "to" ? dayAfter(value) : value}"`];
  });
  return [...invocation.words, ...filters].join(" ");
}

/** contract.md: dates are inclusive at both ends; `before:` ends before its day. */
function dayAfter(date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const day = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(day) ? date : new Date(day + 86_400_000).toISOString().slice(0, 10);
}

function zoneOf(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(`${zone} is not a time zone like Europe/Berlin.`);
  }
}

/** The reading lasts for one answer: a script leaves no open door behind. */
async function withAccess<T>(
  invocation: Invocation,
  _criteria: SearchCriteria,
  reason: string | null,
  run: (access: SearchAccess) => Promise<T>,
): Promise<T> {
  const { actor } = invocation;
  if (reason === null) return run({ grant: grantFor(actor, "search.metadata"), readings: null });
  const reading = await open(actor, scopeOf(invocation), reason);
  try {
    return await run({ grant: grantFor(actor, "search.text"), readings: [reading] });
  } finally {
    await closeReveal(grantFor(actor, "archive.read"), reading.id);
  }
}

/** No wider than what was asked for. */
function scopeOf(invocation: Invocation): ReadingScope {
  const owner = textOption(invocation, "owner");
  if (owner?.includes("@")) return ownerOf(owner);
  const host = textOption(invocation, "host");
  return host === null ? { host: null, user: null } : { host, user: null };
}

function open(actor: Operator, scope: ReadingScope, reason: string): Promise<Reading> {
  return openReveal(grantFor(actor, "archive.read"), { ...scope, reason, minutes: 2 });
}

function pageOf(access: SearchAccess, criteria: SearchCriteria): Promise<SearchPage> {
  return access.readings
    ? searchMessages(access.grant, access.readings, criteria)
    : searchMetadata(access.grant, criteria);
}
