"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { RunView } from "@/lib/retention/views";
import type { RunDeed } from "./run-table";
import type { RetentionActions } from "./types";

const LOOK_AGAIN_MS = 2_000;

/** Pause, go on, stop; while a run is open the page looks again every two seconds. */
export function useRunDeeds(runs: readonly RunView[], actions: RetentionActions): RunDeed {
  const { errors, access } = useText();
  const toast = useToast();
  const router = useRouter();
  const [, start] = useTransition();
  const open = runs.some(({ state }) => state === "waiting" || state === "running");
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open, router]);
  return (run, deed) =>
    start(async () => {
      const doing =
        deed === "abort"
          ? actions.abort({ id: run.job ?? "" })
          : actions.pause({ id: run.id, paused: deed === "pause" });
      const result = await doing.catch(() => null);
      if (!result) toast({ tone: "loss", title: access.failed });
      else if (!result.ok) toast({ tone: "loss", title: sentenceOf(errors, result.error) });
      router.refresh();
    });
}
