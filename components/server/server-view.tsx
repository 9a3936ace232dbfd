"use client";

import { useQuery } from "@tanstack/react-query";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { ServerFacts, ServerPulse } from "@/lib/server/views";
import { AdoptionPart } from "./adoption-part";
import { DatabasePart } from "./database-part";
import { ExtensionsPart } from "./extensions-part";
import { IndexPart } from "./index/index-part";
import { ProsodyPart } from "./prosody-part";
import { ServerAbstract } from "./server-abstract";
import { factsQuery, pulseQuery } from "./server-queries";
import { StaleNotice } from "./stale-notice";
import { ConnectionsPart } from "./work/connections-part";
import { WorkersPart } from "./work/workers-part";

/** `facts` and `pulse` as they were when the page was made; asked anew while it is open. */
type Props = { facts: ServerFacts; pulse: ServerPulse };

/** What the console is connected to, and whether all of it is well. */
export function ServerView(first: Props) {
  const t = useText().server;
  const pulse = useQuery(pulseQuery(first.pulse));
  const facts = useQuery(factsQuery(first.facts));
  const failed = pulse.error ? pulse : facts.error ? facts : null;
  return (
    <div className="page server-page">
      <PageTitle>{t.title}</PageTitle>
      <ServerAbstract facts={facts.data} pulse={pulse.data} />
      {failed && (
        <StaleNotice
          error={failed.error}
          since={pulse.data.at}
          onRetry={() => void Promise.all([pulse.refetch(), facts.refetch()])}
        />
      )}
      <div className="pair">
        <IndexPart pulse={pulse.data} />
        <div className="stack">
          <WorkersPart workers={pulse.data.workers} jobs={pulse.data.jobs} />
          <ConnectionsPart connections={pulse.data.connections} />
        </div>
      </div>
      <div className="pair">
        <div className="stack">
          <DatabasePart database={facts.data.database} table={facts.data.adoption.table} />
          <ExtensionsPart extensions={facts.data.extensions} />
        </div>
        <AdoptionPart adoption={facts.data.adoption} />
      </div>
      <ProsodyPart prosody={facts.data.prosody} />
    </div>
  );
}
