"use client";

import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { Mark } from "@/components/ui/mark";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { HoldView } from "@/lib/holds/views";
import { HoldDates, HoldSubject } from "./hold-subject";

export function HoldTable({ holds }: { holds: readonly HoldView[] }) {
  const text = useText().holds;
  const { columns } = text;
  return (
    <ScrollBox label={text.caption}>
      <table className="t cards">
        <caption className="vh">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.on}</th>
            <th scope="col">{columns.dates}</th>
            <th scope="col">{columns.reason}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {holds.map((hold) => (
            <HoldLine key={hold.id} hold={hold} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function HoldLine({ hold }: { hold: HoldView }) {
  const text = useText().holds;
  const { columns } = text;
  return (
    <tr>
      <td className="no">
        <Link href={`/holds/${hold.id}` as Route} aria-label={text.holdTitle(hold.id)}>
          {hold.id}
        </Link>
      </td>
      <th scope="row">
        <HoldSubject hold={hold} /> <span className="cap">{text.kinds[hold.kind]}</span>
      </th>
      <td data-label={columns.dates}>
        <HoldDates hold={hold} />
      </td>
      <td data-label={columns.reason}>
        <bdi>{hold.reason}</bdi>
      </td>
      <td data-label={columns.since}>
        <DateTime stamp={hold.inForceSince} style="second" />
      </td>
      <td>
        {hold.releasedAt === null ? (
          <Mark tone="held">{text.state.active}</Mark>
        ) : (
          <Mark tone="plain">{text.state.released}</Mark>
        )}
      </td>
    </tr>
  );
}
