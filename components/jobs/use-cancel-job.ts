"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { Cancel } from "./jobs-chip";
import { JOBS } from "./jobs-query";

/** Asks for the end of a job; one that is over meanwhile is as good. */
export function useCancelJob(onCancel: Cancel | null) {
  const { jobs: text, access, errors } = useText();
  const client = useQueryClient();
  const toast = useToast();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const cancel = (id: string) =>
    start(async () => {
      const result = await onCancel?.({ id }).catch(() => null);
      await client.invalidateQueries({ queryKey: JOBS });
      if (result?.ok || result?.error.code === "conflict") {
        toast({ tone: "fine", title: text.cancelled });
      } else setError(result ? sentenceOf(errors, result.error) : access.failed);
    });
  return { busy, error, cancel };
}
