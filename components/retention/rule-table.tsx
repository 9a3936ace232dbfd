"use client";

import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Bytes } from "@/components/ui/bytes";
import { DateTime } from "@/components/ui/date-time";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import { formatEstimate } from "@/lib/format/number";
import type { RuleView } from "@/lib/retention/views";

type Props = { rules: readonly RuleView[]; onRemove: ((rule: RuleView) => void) | null };

export function RuleTable({ rules, onRemove }: Props) {
  const text = useText().retention.rules;
  return (
    <ScrollBox className="mt-2" label={text.caption}>
      <table className="t cards">
        <caption className="vh">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.on}</th>
            <th scope="col">{text.kept}</th>
            <th scope="col">{text.due}</th>
            <th scope="col">{text.by}</th>
            {onRemove && (
              <th scope="col">
                <span className="vh">{text.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleLine key={rule.id} rule={rule} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RuleLine({ rule, onRemove }: { rule: RuleView } & Pick<Props, "onRemove">) {
  const { retention, archive } = useText();
  const { locale } = usePreferences();
  const text = retention.rules;
  const { host, user, kind, days, due, operator, changedAt } = rule;
  const on = user === null ? host : `${user}@${host}`;
  return (
    <tr>
      <th scope="row">
        <bdi>{on}</bdi>{" "}
        <span className="cap">
          {user === null && (kind === null ? text.everybody : archive.kinds[kind])}
        </span>
      </th>
      <td data-label={text.kept}>{days === null ? text.forever : text.days(days)}</td>
      <td data-label={text.due}>
        {days === null ? (
          "–"
        ) : due === null ? (
          text.notCounted
        ) : (
          <>
            {text.rows(formatEstimate(due.rows, locale))}, <Bytes value={due.bytes} />
          </>
        )}
      </td>
      <td data-label={text.by}>
        <bdi>{operator}</bdi>, <DateTime stamp={changedAt} />
      </td>
      {onRemove && (
        <td className="n">
          <Button small aria-label={text.removeOf(on)} onClick={() => onRemove(rule)}>
            {text.remove}
          </Button>
        </td>
      )}
    </tr>
  );
}
