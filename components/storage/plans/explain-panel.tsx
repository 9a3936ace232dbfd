"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import { sentenceOf } from "@/lib/refusal";
import type { PagePlan, PlannedStatement } from "@/lib/storage/database-views";
import { explainQuery } from "../database/database-queries";
import { useFigures } from "../frame/use-figures";
import { jidOf } from "../owners/leaves";
import { PlanTree } from "./plan-tree";

type Asked = { page: string; analyze: boolean };

/** EXPLAIN of what a page asks, on request, as a tree that can be read. */
export function ExplainPanel() {
  const { tables, errors } = useText();
  const t = tables.explain;
  const pages = Object.entries(t.pages).map(([value, label]) => ({ value, label }));
  const [page, setPage] = useState("transcript");
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    ...explainQuery(asked?.page ?? page, asked?.analyze ?? false),
    enabled: asked !== null,
  });
  const ask = (analyze: boolean) => {
    if (asked?.page === page && asked.analyze === analyze) void refetch();
    else setAsked({ page, analyze });
  };
  return (
    <section aria-labelledby="explain" aria-busy={isFetching || undefined}>
      <div className="head bar0">
        <h2 className="h2" id="explain">
          {t.title}
        </h2>
      </div>
      <p className="note max-w-[72ch]">{t.note}</p>
      <div className="row wrap mt-3 mb-4">
        <Select small bare label={t.page} value={page} options={pages} onValueChange={setPage} />
        <Button small onClick={() => ask(false)}>
          {t.show}
        </Button>
        <Button small onClick={() => ask(true)}>
          {t.measure}
        </Button>
      </div>
      {error && !isFetching && (
        <p className="wrong" role="alert">
          {sentenceOf(errors, error)}
        </p>
      )}
      {isFetching && (
        <div>
          <p className="vh" role="status">
            {t.running}
          </p>
          <SkeletonLines lines={4} />
        </div>
      )}
      {data && asked && !isFetching && !error && <Plans plan={data} />}
    </section>
  );
}

function Plans({ plan }: { plan: PagePlan }) {
  const t = useText().tables.explain;
  return (
    <div className="plans">
      <p className="cap mb-1">{t.of(jidOf(plan.owner))}</p>
      {plan.statements.map((statement, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: statements stand in the order of the page
        <Statement key={i} statement={statement} number={i + 1} plan={plan} />
      ))}
    </div>
  );
}

type StatementProps = { statement: PlannedStatement; number: number; plan: PagePlan };

function Statement({ statement, number, plan }: StatementProps) {
  const t = useText().tables.explain;
  const { locale } = useFigures();
  const { root, cost, executionMs, text } = statement;
  return (
    <details className="check" open={number === 1}>
      <summary>
        <Icon name="right" className="turn" />
        <span className="row">
          {t.statement(number, plan.statements.length)}
          <span className="cap num">
            {executionMs === null
              ? t.cost(formatNumber(cost, locale, 1))
              : t.took(formatNumber(executionMs, locale, 2))}
          </span>
          <code className="cap truncate">{text.replaceAll(/\s+/g, " ")}</code>
        </span>
      </summary>
      <div className="body">
        <PlanTree node={root} />
        <Code label={t.statement(number, plan.statements.length)} wraps>
          {text}
        </Code>
      </div>
    </details>
  );
}
