"use client";

import { Fragment } from "react";
import { usePreferences } from "@/components/preferences";
import { dayKey } from "@/lib/format/day";
import type { HitGroup, HitSet } from "./group-hits";
import { LineRow } from "./line-row";

type Props = {
  set: HitSet;
  /** The one above; its day is not said again. */
  before: HitSet | null;
  group: HitGroup;
  onOpen: (href: string, rowId: number) => void;
};

/** Neighbouring hits with a line before and after, oldest first; the day stands over its first line. */
export function HitSetView({ set, before, group, onOpen }: Props) {
  const { zone } = usePreferences();
  const above = before?.lines.at(-1);
  let day = above ? dayKey(above.line.message.stamp, zone) : "";
  return (
    <ol className="hitset">
      {set.lines.map(({ line, hit }) => {
        const key = dayKey(line.message.stamp, zone);
        const begins = key !== day;
        day = key;
        return (
          <Fragment key={line.message.rowId}>
            {begins && <li className="dt cap num">{key}</li>}
            <LineRow line={line} isHit={hit !== null} group={group} onOpen={onOpen} />
          </Fragment>
        );
      })}
    </ol>
  );
}
