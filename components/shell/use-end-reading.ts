"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { EndReading } from "./types";

/** Ends a reading; one that has run out meanwhile is as closed as one that was ended. */
export function useEndReading(onEnd: EndReading) {
  const { frame, access, errors } = useText();
  const router = useRouter();
  const toast = useToast();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const end = (id: string) =>
    start(async () => {
      const result = await onEnd({ id }).catch(() => null);
      if (result?.ok || result?.error.code === "not-found") {
        toast({ tone: "fine", title: frame.reading.ended });
        router.refresh();
        return;
      }
      const message = result ? sentenceOf(errors, result.error) : access.failed;
      setError(message);
      toast({ tone: "loss", title: message });
    });
  return { busy, error, end };
}
