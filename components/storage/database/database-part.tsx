"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";
import type { Health } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";
import { IndexTable } from "../indexes/index-table";
import { ExplainPanel } from "../plans/explain-panel";
import { SlowQueries } from "../plans/slow-queries";
import { TableBones } from "../storage-bones";
import { useArrival } from "../use-arrival";
import { CareTable } from "./care-table";
import { Composition } from "./composition";
import { CompressionTruth } from "./compression-truth";
import { DatabaseFacts } from "./database-facts";
import { healthQuery, indexesQuery, slowQuery } from "./database-queries";
import { RelationTable } from "./relation-table";
import { type RequestMaintenance, useMaintenance } from "./use-maintenance";

/** The database behind the figures; it needs no index of ours. `request` null: looking only. */
export function DatabasePart({ request }: { request: RequestMaintenance | null }) {
  const { tables: t } = useText();
  const maintenance = useMaintenance(request);
  const health = useQuery(healthQuery());
  const indexes = useQuery(indexesQuery());
  const slow = useQuery(slowQuery());
  useArrival(health.data !== undefined && indexes.data !== undefined);
  return (
    <>
      <Asked query={health} lines={8} title={t.title}>
        {(view) => <Whole health={view} />}
      </Asked>
      <Asked query={indexes} lines={9} title={t.indexes.title}>
        {(report) => <IndexTable report={report} maintenance={maintenance} />}
      </Asked>
      <Asked query={health} lines={5} title={t.care.title}>
        {(view) => <CareTable tables={view.tables} maintenance={maintenance} />}
      </Asked>
      <Asked query={slow} lines={4} title={t.slow.title}>
        {(view) => <SlowQueries view={view} />}
      </Asked>
      <ExplainPanel />
    </>
  );
}

function Whole({ health }: { health: Health }) {
  const { tables: t } = useText();
  const { value } = useFigures();
  const bytes = (amount: number) => value("bytes", amount);
  const { heapBytes, toastBytes, indexBytes } = health;
  return (
    <section aria-labelledby="whole-database">
      <div className="head bar0">
        <h2 className="h2" id="whole-database">
          {t.title}
        </h2>
      </div>
      <p className="note num mb-3">
        {t.abstract(
          bytes(health.databaseBytes),
          bytes(heapBytes + toastBytes + indexBytes),
          bytes(health.prosodyBytes),
          bytes(health.consoleBytes),
        )}
      </p>
      <Composition health={health} />
      <div className="pair mt-6">
        <div>
          <RelationTable health={health} />
        </div>
        <div>
          <h3 className="h3 mb-2">{t.facts.title}</h3>
          <DatabaseFacts health={health} />
          <CompressionTruth compression={health.compression} />
        </div>
      </div>
    </section>
  );
}

type AskedProps<T> = {
  query: UseQueryResult<T>;
  lines: number;
  title: string;
  children: (view: T) => ReactNode;
};

function Asked<T>({ query, lines, title, children }: AskedProps<T>) {
  const { storage, errors } = useText();
  const { data, error } = query;
  if (data !== undefined) return children(data);
  if (!error)
    return (
      <div aria-busy="true">
        <TableBones lines={lines} />
      </div>
    );
  return (
    <div role="alert">
      <Finding
        tone="loss"
        level={2}
        title={storage.state.failedOf(title)}
        action={
          <Button small onClick={() => void query.refetch()}>
            {storage.state.retry}
          </Button>
        }
      >
        {sentenceOf(errors, error)}
      </Finding>
    </div>
  );
}
