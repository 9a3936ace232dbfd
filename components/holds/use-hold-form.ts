"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { postJson } from "@/components/archive/fetch-json";
import { usePreferences } from "@/components/preferences";
import { addDays, dayStart, isDayKey } from "@/lib/format/day";
import { type HoldScopeInput, holdScope } from "@/lib/holds/schema";
import type { HoldCover, HoldKind } from "@/lib/holds/views";

export type HoldForm = {
  kind: HoldKind;
  name: string;
  peer: string;
  from: string;
  to: string;
  reason: string;
};

/** While there is no index yet it is asked again this often. */
const BUILDING_MS = 2_000;

const EMPTY: HoldForm = { kind: "person", name: "", peer: "", from: "", to: "", reason: "" };

/** What is typed, as a scope; days are of the lens, both inclusive. */
function toScope({ kind, name, peer, from, to }: HoldForm, zone: string): HoldScopeInput {
  const dates = {
    from: isDayKey(from) ? dayStart(from, zone) : null,
    until: isDayKey(to) ? dayStart(addDays(to, 1), zone) - 1 : null,
  };
  if (kind === "host") return { kind, host: name, ...dates };
  return kind === "conversation"
    ? { kind, jid: name, with: peer, ...dates }
    : { kind, jid: name, ...dates };
}

/** The form, and what its scope covers as soon as it is one. */
export function useHoldForm() {
  const { zone } = usePreferences();
  const [form, setForm] = useState(EMPTY);
  const scope = toScope(form, zone);
  const valid = holdScope.safeParse(scope).success;
  const cover = useQuery({
    queryKey: ["holds", "cover", scope],
    queryFn: ({ signal }) => postJson<HoldCover>("/api/holds/cover", scope, signal),
    enabled: valid,
    staleTime: 10_000,
    refetchInterval: ({ state }) => (state.data?.rows === null ? BUILDING_MS : false),
  });
  const set = (part: Partial<HoldForm>) => setForm((before) => ({ ...before, ...part }));
  return { form, set, scope, valid, cover };
}
