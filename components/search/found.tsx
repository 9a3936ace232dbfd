"use client";

import { createContext, type ReactNode, use, useCallback } from "react";
import { highlights } from "@/lib/lexemes/highlights";
import type { Query } from "@/lib/search/language/query";
import type { Highlight } from "@/lib/search/views";

type Find = (text: string) => Highlight[];

const Context = createContext<Find>(() => []);

/** Finds the words of the query in what the server marks no words in: subjects, names of files. */
export function FoundProvider({ query, children }: { query: Query; children: ReactNode }) {
  const { words, accents, substring } = query;
  const find = useCallback(
    (text: string) => (words ? highlights(words, text, { accents, substring }) : []),
    [words, accents, substring],
  );
  return <Context value={find}>{children}</Context>;
}

export function useFound(): Find {
  return use(Context);
}
