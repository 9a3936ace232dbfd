"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { sentenceOf } from "@/lib/refusal";
import { KEPT } from "./search-queries";

type Act<I, T = void> = (input: I) => Promise<ActionResult<T>>;

/** What can be done with searches that are kept. */
export type SearchDeeds = {
  save: Act<{ text: string; name: string; shared: boolean }, string>;
  rename: Act<{ id: string; name: string }>;
  share: Act<{ id: string; shared: boolean }>;
  remove: Act<{ id: string }>;
  forget: Act<{ id: string }>;
  clear: () => Promise<ActionResult<number>>;
};

/** Does one of them, keeps its refusal, and has the lists read anew. */
export function useSearchDeed() {
  const { errors } = useText();
  const client = useQueryClient();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const run = (act: () => Promise<ActionResult<unknown>>, done: () => void = () => {}) =>
    start(async () => {
      const result = await act().catch(() => null);
      if (result?.ok) {
        setError(null);
        await client.invalidateQueries({ queryKey: [...KEPT, "lists"] });
        return done();
      }
      setError(result ? sentenceOf(errors, result.error) : errors["console-away"]);
    });
  return { busy, error, run };
}
