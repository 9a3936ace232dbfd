"use client";

import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";

/**
 * Where somebody is in an archive, all of it in the address: conversation, place, selected row, zoom.
 * JIDs, numbers and dates only; never words of a message.
 */
const place = {
  with: parseAsString,
  at: parseAsInteger,
  date: parseAsString,
  row: parseAsInteger,
  from: parseAsString,
  to: parseAsString,
};

export function useOwnerPlace() {
  return useQueryStates(place, { history: "replace", scroll: false });
}
