"use client";

import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { Mark } from "@/components/ui/mark";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { AuditView } from "@/lib/audit/queries";
import { type AuditState, auditLink } from "./entry-link";
import { inShort } from "./in-short";

type Props = { entries: readonly AuditView[]; state: AuditState };

export function AuditTable({ entries, state }: Props) {
  const text = useText().audit;
  const { columns } = text;
  return (
    <ScrollBox label={text.caption}>
      <table className="t">
        <caption className="vh">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="at">
              {columns.at}
            </th>
            <th scope="col">{columns.action}</th>
            <th scope="col">{columns.subject}</th>
            <th scope="col" className="short">
              {columns.details}
            </th>
            <th scope="col" className="out">
              {columns.phase}
            </th>
            <th scope="col" className="n no">
              {columns.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditLine key={entry.seq} entry={entry} state={state} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function AuditLine({ entry, state }: { entry: AuditView; state: AuditState }) {
  const text = useText().audit;
  const { seq, at, operatorName, action, subject, phase } = entry;
  const open = state.entry === seq;
  const said = text.phases[phase as keyof typeof text.phases] ?? phase;
  return (
    <tr data-open={open || undefined}>
      <td className="at">
        <DateTime stamp={Date.parse(at) / 1000} style="second" />
      </td>
      <td className="what" title={action}>
        <b>
          <bdi>{operatorName}</bdi>
        </b>{" "}
        {text.actions[action] ?? action}
      </td>
      <td className="about">
        <bdi>{subject}</bdi>
      </td>
      <td className="short">
        <bdi>{inShort(entry, text)}</bdi>
      </td>
      <td className="out">{phase === "refused" ? <Mark tone="loss">{said}</Mark> : said}</td>
      <td className="no">
        <Link
          href={auditLink(state, { entry: open ? null : seq })}
          scroll={false}
          replace
          prefetch={false}
          aria-label={text.entry.open(seq)}
          aria-current={open ? "true" : undefined}
        >
          {seq}
        </Link>
      </td>
    </tr>
  );
}
