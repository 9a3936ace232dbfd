"use server";

import { z } from "zod";
import { action } from "@/lib/auth/wrappers";
import { clearHistory, forgetSearch } from "@/lib/search/commands/history";
import { removeSearch, renameSearch, saveSearch, shareSearch } from "@/lib/search/commands/saved";
import { splitWords } from "@/lib/search/language/edit";
import { queryText, searchName } from "@/lib/search/requests";

const id = z.guid();

export const saveSearchAction = action(
  "search.metadata",
  z.strictObject({ text: queryText, name: searchName, shared: z.boolean() }),
  (grant, { text, name, shared }) => saveSearch(grant, { ...splitWords(text), name, shared }),
);

export const renameSearchAction = action(
  "search.metadata",
  z.strictObject({ id, name: searchName }),
  (grant, input) => renameSearch(grant, input.id, input.name),
);

export const shareSearchAction = action(
  "search.metadata",
  z.strictObject({ id, shared: z.boolean() }),
  (grant, input) => shareSearch(grant, input.id, input.shared),
);

export const removeSearchAction = action(
  "search.metadata",
  z.strictObject({ id }),
  (grant, input) => removeSearch(grant, input.id),
);

export const forgetSearchAction = action(
  "search.metadata",
  z.strictObject({ id }),
  (grant, input) => forgetSearch(grant, input.id),
);

export const clearHistoryAction = action("search.metadata", null, clearHistory);
