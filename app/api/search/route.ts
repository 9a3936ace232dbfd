import { route } from "@/lib/auth/wrappers";
import { observeSearch } from "@/lib/instruments/observe-search";
import { accessOf } from "@/lib/search/access";
import { keepSearch } from "@/lib/search/commands/keep";
import { splitWords } from "@/lib/search/language/edit";
import { searchMessages, searchMetadata } from "@/lib/search/queries/search";
import { criteriaOf, readBody, searchBody } from "@/lib/search/requests";

/** A page of hits. By POST, because words must not be in an address; with words only under a reading. */
export const POST = route("search.metadata", async (grant, request) => {
  const { keep, ...asked } = await readBody(searchBody, request);
  const { text, criteria } = await criteriaOf(grant, asked);
  const access = await accessOf(grant, criteria);
  const page = await observeSearch(criteria.query.words !== null, () =>
    access.readings
      ? searchMessages(access.grant, access.readings, criteria, request.signal)
      : searchMetadata(access.grant, criteria, request.signal),
  );
  const kept = keep ? await keepSearch(grant, splitWords(text)) : null;
  const id = asked.id ?? kept?.id ?? null;
  return Response.json({ id, page, understood: criteria.query.understood });
});
