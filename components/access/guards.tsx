"use client";

import { useText } from "@/components/use-text";

export function Guards() {
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
      </ul>
    </section>
  );
}
