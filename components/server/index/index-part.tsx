"use client";

import { useText } from "@/components/use-text";
import type { ServerPulse } from "@/lib/server/views";
import { Part } from "../part";
import { HeldTable } from "./held-table";
import { IndexFacts } from "./index-facts";

/** How far the index is, and what it waits for. */
export function IndexPart({ pulse }: { pulse: ServerPulse }) {
  const t = useText().server.index;
  const { index, holdingBack, at } = pulse;
  return (
    <Part id="index" title={t.title} note={t.live}>
      <IndexFacts index={index} now={at} />
      {index.state === "absent" && <p className="note mt-2">{t.absentWhy}</p>}
      {holdingBack.length > 0 ? (
        <HeldTable held={holdingBack} />
      ) : (
        index.state !== "absent" && <p className="cap mt-2">{t.nothingHeld}</p>
      )}
    </Part>
  );
}
