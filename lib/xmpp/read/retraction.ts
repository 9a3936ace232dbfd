import { attr, child, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type RetractionFacts = {
  retraction: NonNullable<StanzaFacts["retraction"]>;
  targetId: string | null;
};

/** XEP-0424: version 0 in XEP-0422's envelope, version 1 by itself, or the tombstone of a retracted row. */
export function readRetraction(message: Element): RetractionFacts | null {
  const envelope = child(message, "apply-to", NS.fasten);
  if (child(envelope, "retract", NS.retract0)) {
    return { retraction: { version: 0 }, targetId: attr(envelope, "id") };
  }
  const retract = child(message, "retract", NS.retract1);
  if (retract) return { retraction: { version: 1 }, targetId: attr(retract, "id") };
  return readTombstone(message);
}

function readTombstone(message: Element): RetractionFacts | null {
  if (child(message, "body", NS.client)) return null;
  if (child(message, "retracted", NS.retract1)) {
    return { retraction: { version: 1, inPlace: true }, targetId: null };
  }
  if (child(message, "retracted", NS.retract0)) {
    return { retraction: { version: 0, inPlace: true }, targetId: null };
  }
  return null;
}
