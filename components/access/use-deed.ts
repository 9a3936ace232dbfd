"use client";

import { useState, useTransition } from "react";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { sentenceOf } from "@/lib/refusal";

/**
 * Runs a server action and keeps its refusal. A network that fails is told as such: the trail says
 * whether the change happened.
 */
export function useDeed<T>(
  act: () => Promise<ActionResult<T>>,
  done: (value: T) => void,
): { busy: boolean; error: string | null; run: () => void } {
  const { access, errors } = useText();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const run = () =>
    start(async () => {
      setError(null);
      const result = await act().catch(() => null);
      if (!result) setError(access.failed);
      else if (!result.ok) setError(sentenceOf(errors, result.error));
      else done(result.value);
    });
  return { busy, error, run };
}
