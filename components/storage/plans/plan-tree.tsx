"use client";

import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { PlanNode } from "@/lib/storage/database-views";
import { shortName } from "../database/names";
import { useFigures } from "../frame/use-figures";

/** A plan from what comes out of it down to what it reads; the bar is each step's own share. */
export function PlanTree({ node }: { node: PlanNode }) {
  return (
    <ul className="plan">
      <Step node={node} />
    </ul>
  );
}

function Step({ node }: { node: PlanNode }) {
  const t = useText().tables.explain;
  const { locale } = useFigures();
  const { type, relation, index, share, scansAll, facts, children } = node;
  return (
    <li>
      <div className="step-line">
        <span className="own-share" aria-hidden="true">
          <i style={{ width: `${Math.min(1, share) * 100}%` }} />
        </span>
        <b>{type}</b>
        {relation && (
          <span>
            {t.on} <code>{shortName(relation)}</code>
          </span>
        )}
        {index && (
          <span>
            {t.by} <code>{shortName(index)}</code>
          </span>
        )}
        {scansAll && <Mark tone="held">{t.scansAll}</Mark>}
        <span className="cap num">
          {[...figuresOf(node), t.share(formatShare(Math.round(share * 1e4), 1e4, locale))].join(
            " · ",
          )}
        </span>
      </div>
      {facts.length > 0 && (
        <p className="cap conditions">
          {facts.map(({ name, value }) => (
            <span key={`${name} ${value}`}>
              {name} <code>{value}</code>
            </span>
          ))}
        </p>
      )}
      {children.length > 0 && (
        <ul className="plan">
          {children.map((child, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
            <Step key={i} node={child} />
          ))}
        </ul>
      )}
    </li>
  );

  function figuresOf({ actual, estimatedRows, cost }: PlanNode): string[] {
    const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
    if (!actual) return [t.estimated(Math.round(estimatedRows)), t.cost(number(cost, 1))];
    const rounds = actual.loops > 1 ? [t.loops(actual.loops)] : [];
    return [
      t.took(number(actual.ownMs, 2)),
      t.actual(Math.round(actual.rows)),
      ...rounds,
      t.blocks(actual.hitBlocks, actual.readBlocks),
    ];
  }
}
