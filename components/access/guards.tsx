"use client";

import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { WeakerPromise } from "@/lib/db/describe";

/** What holds here, and what this database keeps less of than it could. */
export function Guards({ weaker }: { weaker: WeakerPromise[] }) {
  const text = useText().access.guards;
  return (
    <section aria-labelledby="guards">
      <h2 className="h2" id="guards">
        {text.title}
      </h2>
      <ul className="note">
        {text.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {weaker.map((promise) => (
          <li key={promise}>
            <Mark tone="guess" className="sentence">
              {text.weaker[promise]}
            </Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}
