"use client";

import { useNow } from "@/components/preferences";
import { useFigures } from "@/components/storage/frame/use-figures";
import { useText } from "@/components/use-text";
import type { ArchiveSize, Nights } from "@/lib/overview/views";
import { figuresOf } from "./four-figures";

/** Four figures, each with what it is made of. */
export function SizeFigures({ size, nights }: { size: ArchiveSize; nights: Nights }) {
  const t = useText().overview.size;
  const figures = figuresOf(size, nights, { t, figures: useFigures(), now: useNow() });
  return (
    <dl className="four">
      {figures.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {hint && <dd className="cap">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
