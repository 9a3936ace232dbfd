"use client";

import { type ReactNode, use } from "react";
import { useFigures } from "@/components/storage/frame/use-figures";
import { EmptyState } from "@/components/ui/empty-state";
import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import type { Nights, Size } from "@/lib/overview/views";
import { SizeChart } from "./size-chart";
import { SizeFigures } from "./size-figures";

type Props = { size: Promise<Size>; nights: Promise<Nights>; howToIndex: ReactNode };

/** How big, and growing how fast; or why that is not known. */
export function SizePart({ size, nights, howToIndex }: Props) {
  const { overview, storage } = useText();
  const { counted } = use(size);
  const expected = use(nights);
  const { value, locale } = useFigures();
  if (counted.state === "ready") {
    const { data } = counted;
    return (
      <>
        {data.growth.total.rows > 0 ? (
          <SizeChart size={data} />
        ) : (
          <>
            <SizeHead />
            <p className="lead">{overview.size.empty}</p>
          </>
        )}
        <SizeFigures size={data} nights={expected} />
      </>
    );
  }
  return (
    <>
      <SizeHead />
      {counted.state === "absent" ? (
        <EmptyState icon="storage" title={storage.state.absent} action={howToIndex}>
          {storage.state.absentWhy}
        </EmptyState>
      ) : (
        <EmptyState icon="storage" title={storage.state.building}>
          {storage.state.progress(
            value("rows", counted.builtRows),
            value("rows", counted.totalRows),
          )}{" "}
          {formatShare(counted.builtRows, counted.totalRows, locale)}
        </EmptyState>
      )}
    </>
  );
}

function SizeHead() {
  return (
    <div className="head bar0">
      <h2 className="h2">{useText().overview.size.title}</h2>
    </div>
  );
}
