"use client";

import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";

const DAY = 86_400;

/** What Prosody deletes by itself, host by host, as far as its configuration can be read. */
export function WhoCleans({ expiry }: { expiry: readonly Expiry[] }) {
  const text = useText().retention.who;
  const line = ({ host, expiresAfterSeconds: after }: Expiry) => {
    if (after === "never") return text.never(host);
    if (after === "off") return text.off(host);
    if (after === "unknown") return text.unknown(host);
    return text.prosody(host, text.days(Math.round(after / DAY)));
  };
  const lines = expiry.filter(({ store }) => store !== "uploads").map(line);
  return (
    <section aria-labelledby="who-cleans">
      <h2 className="h2" id="who-cleans">
        {text.title}
      </h2>
      <ul>
        {[...new Set(lines)].map((it) => (
          <li key={it} className="note">
            {it}
          </li>
        ))}
      </ul>
    </section>
  );
}
