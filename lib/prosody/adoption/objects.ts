import "server-only";
import type { Layout } from "../layouts/layout";
import { captureTriggers } from "./capture-triggers";
import { holdTriggers } from "./hold-triggers";
import type { AdoptionObject } from "./object";
import { rowIdIndex, timeIndex } from "./time-index";

/**
 * Everything that Muniment adds to Prosody's tables, in the order in which it is added. Taken away the other way
 * round: what a hold in force keeps from going comes first, and nothing is taken away then.
 */
export function adoptionObjects(layout: Layout): AdoptionObject[] {
  const indexes = layout.name === "reference" ? [rowIdIndex, timeIndex] : [timeIndex];
  return [...indexes, ...captureTriggers, ...holdTriggers(layout)];
}

export const CAPTURE_TRIGGERS = captureTriggers.map((it) => it.name);
