"use client";

import { usePathname } from "next/navigation";
import type { CSSProperties } from "react";
import { useNow, usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { formatSpan } from "@/lib/format/duration";
import { ReadingDetails } from "./reading-details";
import { readingLabel } from "./reading-label";
import type { EndReading, ShellReading } from "./types";
import { useEndReading } from "./use-end-reading";

type Props = { readings: readonly ShellReading[]; onEnd: EndReading };

/** While text is open this stands in the top bar; its lower edge is the time that is left. */
export function ReadingChip({ readings, onEnd }: Props) {
  const text = useText().frame.reading;
  const { locale } = usePreferences();
  const now = useNow();
  const { busy, end } = useEndReading(onEnd);
  const here = decodeURIComponent(usePathname());
  // What is read on this page comes first, then what ends last.
  const rank = ({ host, user, expiresAt }: ShellReading) =>
    here === `/archive/${host}/${user}` ? Number.POSITIVE_INFINITY : expiresAt;
  const open = readings
    .filter((reading) => reading.expiresAt > now)
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
  const first = open[0];
  if (!first) return null;
  const left = first.expiresAt - now;
  const share = Math.min(1, left / Math.max(1, first.expiresAt - first.openedAt));
  const label = readingLabel(first, text);
  const span = formatSpan(left, locale);
  return (
    <span className="case" style={{ "--left": share } as CSSProperties}>
      <Popover
        label={text.label}
        trigger={
          <button
            type="button"
            className="what"
            aria-label={`${text.of(label)}, ${first.reason}, ${text.left(span)}`}
          >
            <Icon name="eye" />
            <span className="name">
              <span className="only-md">{text.label} </span>
              <bdi>{first.user ?? label}</bdi>
              {open.length > 1 && ` +${open.length - 1}`}
            </span>
            <span className="why only-xl">{first.reason}</span>
            <span className="left">{span}</span>
          </button>
        }
      >
        {open.map((reading) => (
          <ReadingDetails key={reading.id} reading={reading} now={now} onEnd={onEnd} />
        ))}
      </Popover>
      <Tool
        icon="x"
        className="stop"
        label={text.end}
        title={text.end}
        aria-disabled={busy}
        onClick={() => !busy && end(first.id)}
      />
    </span>
  );
}
