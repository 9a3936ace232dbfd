"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "@/components/use-text";
import type { HistogramView } from "@/lib/archive/views";

type Props = {
  query: UseQueryResult<HistogramView>;
  children: (view: HistogramView) => ReactNode;
};

/** The histogram or, in its place and height, why there is none: nothing below moves when it comes. */
export function HistogramPane({ query, children }: Props) {
  const t = useText().archive.histogram;
  const { data, isError } = query;
  if (data && !data.missing && data.buckets.length > 0) return children(data);
  const why = data ? (data.missing ? t.missing : t.empty) : isError ? t.failed : null;
  return (
    <div className="histo">
      {why === null ? <div className="bones" /> : <p className="none note">{why}</p>}
    </div>
  );
}
