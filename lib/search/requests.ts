import "server-only";
import { z } from "zod";
import { parseWith, zone } from "@/lib/archive/search-params";
import type { Grant } from "@/lib/auth/grant";
import { errors } from "@/lib/i18n/en/errors";
import { refusal } from "@/lib/refusal";
import { DEFAULT_HITS, MAX_HITS, type SearchCriteria } from "./criteria";
import { MAX_NAME_LENGTH, MAX_QUERY_LENGTH } from "./kept-views";
import { parseQuery } from "./language/parse-query";
import { getSearch } from "./queries/kept";

/** PostgreSQL has no NUL in text. */
const clean = (most: number) =>
  z
    .string()
    .max(most)
    .refine((it) => !it.includes("\u0000"), errors["text-nul"]);

/** The text of the box, as somebody typed it. */
export const queryText = clean(MAX_QUERY_LENGTH);
export const searchName = clean(MAX_NAME_LENGTH).trim().min(1);

const order = z.enum(["newest", "oldest"]).optional();
const copies = z.enum(["one", "rows"]).default("one");
const what = { text: queryText.optional(), id: z.guid().optional(), zone: zone.default("UTC") };

export const searchBody = z.strictObject({
  ...what,
  order,
  copies,
  before: z.string().max(8_000).nullish(),
  limit: z.int().min(1).max(MAX_HITS).default(DEFAULT_HITS),
  /** Puts it into the history of oneself and answers with its id. */
  keep: z.boolean().default(false),
});
export const countBody = z.strictObject({ ...what, copies, exact: z.boolean().default(false) });
export const monthsBody = z.strictObject({ ...what, copies });
export const keepBody = z.strictObject({ text: queryText, replaces: z.guid().optional() });
export const csvParams = z.object({ zone: zone.default("UTC"), order, copies });

const MAX_BODY_BYTES = 32 * 1024;

/** @throws ConsoleError `invalid` that names the first field that is wrong. */
export async function readBody<S extends z.ZodType>(
  schema: S,
  request: Request,
): Promise<z.output<S>> {
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) throw refusal("invalid", "search-too-long");
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refusal("invalid", "request-invalid");
  }
  return parseWith(schema, given);
}

type Asked = {
  text?: string;
  id?: string;
  zone: string;
  copies: SearchCriteria["copies"];
} & Partial<Pick<SearchCriteria, "order" | "limit">> & { before?: string | null };

/**
 * What is to be searched: a text, or a search that is kept. An order in the request wins over one in the text.
 * @throws ConsoleError `invalid` without either or with both, `not-found` for an id that is not one's own.
 */
export async function criteriaOf(
  grant: Grant<"search.metadata">,
  asked: Asked,
): Promise<{ text: string; criteria: SearchCriteria }> {
  if ((asked.text === undefined) === (asked.id === undefined)) {
    throw refusal("invalid", "search-what", { field: "text" });
  }
  const text = asked.text ?? joinText(await getSearch(grant, asked.id ?? ""));
  const query = parseQuery(text);
  const { zone, copies, before = null, limit = DEFAULT_HITS } = asked;
  const wanted = asked.order ?? query.order ?? "newest";
  return { text, criteria: { query, zone, copies, before, limit, order: wanted } };
}

function joinText({ filters, words }: { filters: string; words: string }): string {
  return `${filters} ${words}`.trim();
}
