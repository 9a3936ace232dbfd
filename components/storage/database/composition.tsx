"use client";

import type { CSSProperties } from "react";
import { useText } from "@/components/use-text";
import type { Health } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";

const INKS = {
  heap: "var(--data-1)",
  toast: "var(--heat-4)",
  indexes: "var(--data-2)",
  prosody: "var(--data-3)",
  console: "var(--heat-1)",
  other: "var(--data-quiet)",
};
type Part = keyof typeof INKS;

/** What the database on disk is made of, as one bar; the table beside it has the same in numbers. */
export function Composition({ health }: { health: Health }) {
  const t = useText().tables;
  const { value } = useFigures();
  const { heapBytes, toastBytes, indexBytes, prosodyBytes, consoleBytes, databaseBytes } = health;
  const known = heapBytes + toastBytes + indexBytes + prosodyBytes + consoleBytes;
  const parts: [Part, number][] = [
    ["heap", heapBytes],
    ["toast", toastBytes],
    ["indexes", indexBytes],
    ["prosody", prosodyBytes],
    ["console", consoleBytes],
    ["other", Math.max(0, databaseBytes - known)],
  ];
  const shown = parts.filter(([, bytes]) => bytes > 0);
  return (
    <figure className="composition" aria-label={t.title}>
      <div className="bar-of-parts" aria-hidden="true">
        {shown.map(([part, bytes]) => (
          <i
            key={part}
            title={`${t.parts[part]} ${value("bytes", bytes)}`}
            style={{ flexGrow: bytes, background: INKS[part] }}
          />
        ))}
      </div>
      <figcaption className="legend">
        {shown.map(([part, bytes]) => (
          <span key={part}>
            <i style={{ "--c": INKS[part] } as CSSProperties} />
            {t.parts[part]} <span className="text-ink-3">{value("bytes", bytes)}</span>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
