"use client";

import { useState } from "react";
import type { PolicyChange } from "@/lib/policy/change";
import type { DraftView } from "@/lib/policy/views";
import type { Writable } from "@/lib/prosody/lua-config/literal";

/** The changes on the screen; `saved` says whether the draft on the server is the same. */
export function useDraft(draft: DraftView) {
  const [changes, setChanges] = useState<PolicyChange[]>(draft.changes);
  const [reason, setReason] = useState(draft.reason);
  // Fields keep what is typed by themselves; when a change is taken back they start anew.
  const [generation, setGeneration] = useState(0);
  const without = (host: string, name: string) =>
    changes.filter((it) => it.host !== host || it.name !== name);
  return {
    changes,
    reason,
    setReason,
    generation,
    saved:
      JSON.stringify(changes) === JSON.stringify(draft.changes) && reason.trim() === draft.reason,
    find: (host: string, name: string) =>
      changes.find((it) => it.host === host && it.name === name) ?? null,
    set: (host: string, name: string, value: Writable | null) =>
      setChanges([...without(host, name), { host, name, value }]),
    drop: (host: string, name: string) => {
      setChanges(without(host, name));
      setGeneration((it) => it + 1);
    },
    /** After a change from outside the fields. */
    refresh: () => setGeneration((it) => it + 1),
    replace: (next: PolicyChange[]) => {
      setChanges(next);
      setGeneration((it) => it + 1);
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
