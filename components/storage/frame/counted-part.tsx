"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import { formatSpan } from "@/lib/format/duration";
import { sentenceOf } from "@/lib/refusal";
import type { Counted } from "@/lib/storage/views";
import { useFigures } from "./use-figures";

type Props<T> = {
  query: UseQueryResult<Counted<T>>;
  /** In the shape of what comes. */
  bones: ReactNode;
  /** The next step where there is no index. */
  howToIndex?: ReactNode;
  children: (data: T) => ReactNode;
};

/** Figures of the index, or why there are none: on their way, being counted, not counted, not readable. */
export function CountedPart<T>({ query, bones, howToIndex, children }: Props<T>) {
  const { storage, errors } = useText();
  const t = storage.state;
  const { data, error } = query;
  if (data?.state === "ready") return children(data.data);
  if (data?.state === "absent")
    return (
      <EmptyState icon="storage" title={t.absent} action={howToIndex}>
        {t.absentWhy}
      </EmptyState>
    );
  if (data?.state === "building") return <Building {...data} />;
  if (error)
    return (
      <div role="alert">
        <Finding
          tone="loss"
          title={t.failed}
          action={
            <Button small onClick={() => void query.refetch()}>
              {t.retry}
            </Button>
          }
        >
          {sentenceOf(errors, error)}
        </Finding>
      </div>
    );
  return (
    <div aria-busy="true">
      <p className="vh" role="status">
        {storage.loading}
      </p>
      {bones}
    </div>
  );
}

type BuildingProps = { builtRows: number; totalRows: number; secondsLeft: number | null };

function Building({ builtRows, totalRows, secondsLeft }: BuildingProps) {
  const t = useText().storage.state;
  const { value, locale } = useFigures();
  const share = totalRows > 0 ? Math.min(1, builtRows / totalRows) : 0;
  return (
    <div className="empty" role="status">
      <h2>{t.building}</h2>
      <p className="num">
        {t.progress(value("rows", builtRows), value("rows", totalRows))}
        {secondsLeft !== null && ` ${t.left(formatSpan(secondsLeft, locale))}`}
      </p>
      <div className="gauge" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
