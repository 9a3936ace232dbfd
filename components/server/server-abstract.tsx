"use client";

import { Abstract } from "@/components/ui/abstract";
import { useText } from "@/components/use-text";
import type { ServerFacts, ServerPulse } from "@/lib/server/views";

/** Connected to what, and whether index and worker are well: the answer before anything is looked at. */
export function ServerAbstract({ facts, pulse }: { facts: ServerFacts; pulse: ServerPulse }) {
  const t = useText().server.abstract;
  const { database, adoption } = facts;
  const { state, lagRows } = pulse.index;
  const index = state !== "ready" ? t[state] : lagRows > 0 ? t.behind(lagRows) : t.ready;
  return (
    <Abstract className="mt-1">
      <b>{t.connected(database.version, database.name)}</b>, {t.layout[adoption.layout]}{" "}
      <b>{index}</b>, {t.workers(pulse.workers.filter((it) => it.alive).length)}
    </Abstract>
  );
}
