"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useText } from "@/components/use-text";
import { withBeginning } from "@/lib/search/language/edit";
import type { Chip, Query } from "@/lib/search/language/query";
import type { Searched } from "@/lib/search/views";
import { LeaveOut } from "./leave-out";
import { WiderReading } from "./wider-reading";

type Props = Omit<ComponentProps<typeof WiderReading>, "children"> & {
  /** What the box says, and what it means. */
  text: string;
  query: Query;
  onGo: (text: string) => void;
};

const TIMES = ["after", "before", "on", "during"];
const NAMES = ["from", "to", "with", "in", "host"];

/** Why nothing fits, and each thing that would let something fit. */
export function NothingFound({ text, onGo, ...rest }: Props) {
  const t = useText().search.empty;
  const { query, searched } = rest;
  const scoped = searched.readings?.every((it) => it.host !== null) ?? false;
  const why = [
    t.why,
    searched.unknownNames.length > 0 && t.unknown,
    scoped && t.scoped,
    query.understood.some((it) => TIMES.includes(it.kind)) && t.dates,
  ];
  return (
    <EmptyState
      icon="search"
      title={t.title}
      action={
        <>
          <span className="row wrap">
            {scoped && (
              <WiderReading {...rest}>
                {(label, ask) => (
                  <Button small tone="first" icon="eye" onClick={ask}>
                    <bdi>{label}</bdi>
                  </Button>
                )}
              </WiderReading>
            )}
            {beginnings(query, searched).map((chip) => (
              <Button key={chip.start} small onClick={() => onGo(withBeginning(text, chip))}>
                <bdi>{t.begins(chip.value)}</bdi>
              </Button>
            ))}
            <Button small onClick={() => onGo("")}>
              {t.clear}
            </Button>
          </span>
          <LeaveOut text={text} query={query} onGo={onGo} />
        </>
      }
    >
      {why.filter(Boolean).join(" ")}
    </EmptyState>
  );
}

/** Names that nobody has, but somebody's may begin so. */
function beginnings({ understood }: Query, { unknownNames }: Searched): Chip[] {
  return understood.filter(
    ({ kind, value }) =>
      NAMES.includes(kind) && unknownNames.includes(value) && !/[@*]/.test(value),
  );
}
