import { route } from "@/lib/auth/wrappers";
import { keepSearch } from "@/lib/search/commands/keep";
import { splitWords } from "@/lib/search/language/edit";
import { listSearches } from "@/lib/search/queries/kept";
import { keepBody, readBody } from "@/lib/search/requests";

/** What one saved, what others share, and what one asked lately. */
export const GET = route("search.metadata", async (grant) =>
  Response.json(await listSearches(grant)),
);

/** Keeps a search, so that the address of the page can name it without its words. */
export const POST = route("search.metadata", async (grant, request) => {
  const { text, replaces } = await readBody(keepBody, request);
  const { words, filters } = splitWords(text);
  const kept = await keepSearch(grant, { words, filters }, replaces);
  return Response.json({ ...kept, filters, words });
});
