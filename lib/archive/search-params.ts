import { z } from "zod";
import { errors } from "@/lib/i18n/en/errors";
import { reasonOf, refusal } from "@/lib/refusal";
import {
  DEFAULT_LINES,
  DEFAULT_ROWS,
  MAX_LINES,
  MAX_ROWS,
  type OwnerRef,
  type Place,
} from "./criteria";
import { readPosition } from "./cursor";

/** PostgreSQL has no NUL in text, and no JID is longer than 3071 bytes (RFC 7622 §3.1). */
export const text = z
  .string()
  .max(3071)
  .refine((it) => !it.includes("\u0000"), errors["text-nul"]);
export const zone = z.string().refine(isZone, errors["zone-unknown"]);
/** No archive is older than XMPP, and PostgreSQL has no year 0. */
export const day = z.iso.date().refine((it) => it >= "1990-01-01", errors["day-too-early"]);
const filter = text.max(200).default("");
const cursor = z.string().max(8000).optional();
const rowId = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const limitUpTo = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);

export const messagesParams = z.object({
  with: text.optional(),
  before: cursor,
  after: cursor,
  at: rowId.optional(),
  date: day.optional(),
  zone: zone.default("UTC"),
  store: z.enum(["messages", "offline"]).default("messages"),
  limit: limitUpTo(MAX_ROWS, DEFAULT_ROWS),
});

export const ownersParams = z.object({
  host: text.optional(),
  filter,
  sort: z.enum(["rows", "bytes", "last", "user"]).default("last"),
  after: cursor,
  limit: limitUpTo(MAX_LINES, DEFAULT_LINES),
});

export const conversationsParams = z.object({
  filter,
  after: cursor,
  limit: limitUpTo(MAX_LINES, DEFAULT_LINES),
});

export const histogramParams = z.object({
  with: text.optional(),
  zone: zone.default("UTC"),
  from: day.optional(),
  to: day.optional(),
});

export const messageId = rowId;
export const ownerParams = z.object({ host: text.min(1), user: text });

/** Throws ConsoleError("invalid") that names the first parameter that is wrong. */
export function parseParams<S extends z.ZodType>(schema: S, params: URLSearchParams): z.output<S> {
  const given = Object.fromEntries([...params].filter(([, value]) => value !== ""));
  return parseWith(schema, given);
}

export function parseWith<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = String(issue?.path[0] ?? "id");
  const problem = issue?.message ?? "is not valid";
  throw refusal("invalid", reasonOf(problem) ?? "request-invalid", {
    field,
    words: `${field}: ${problem}`,
  });
}

/**
 * Host and localpart from the path, decoded here: what Next hands over differs between pages and
 * route handlers, and a localpart may contain `%`.
 */
export function ownerFromPath(url: string, prefix = "/api/archive/"): OwnerRef {
  const { pathname } = new URL(url);
  const [host, user] = pathname.slice(pathname.indexOf(prefix) + prefix.length).split("/");
  return parseWith(ownerParams, { host: decoded(host), user: decoded(user) });
}

/** At most one of before, after, at, date: two of them contradict each other. */
export function placeOf(params: z.output<typeof messagesParams>): Place {
  const { before, after, at, date, zone: lens } = params;
  const given = [before, after, at, date].filter((it) => it !== undefined);
  if (given.length > 1) {
    throw refusal("invalid", "places-several", {
      field: "before",
    });
  }
  if (before !== undefined) return { kind: "before", position: readPosition(before) };
  if (after !== undefined) return { kind: "after", position: readPosition(after) };
  if (at !== undefined) return { kind: "row", rowId: at };
  if (date !== undefined) return { kind: "date", date, zone: lens };
  return { kind: "newest" };
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    throw refusal("invalid", "address-invalid", { field: "owner" });
  }
}

function isZone(name: string): boolean {
  try {
    // Offsets such as "+05:45" pass Intl, but mean the opposite sign to PostgreSQL.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
