import "server-only";
import type { Layout } from "../layouts/layout";
import { captureTriggers } from "./capture-triggers";
import type { AdoptionObject } from "./object";
import { rowIdIndex, timeIndex } from "./time-index";

/** Everything that Muniment adds to Prosody's tables, in the order in which it is added. */
export function adoptionObjects(layout: Layout): AdoptionObject[] {
  const indexes = layout.name === "reference" ? [rowIdIndex, timeIndex] : [timeIndex];
  return [...indexes, ...captureTriggers];
}

export const CAPTURE_TRIGGERS = captureTriggers.map((it) => it.name);
