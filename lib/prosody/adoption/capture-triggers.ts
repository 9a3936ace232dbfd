import "server-only";
import type { Layout } from "../layouts/layout";
import { captureDelete, captureTruncate, captureUpdate } from "./capture-functions";
import type { AdoptionObject } from "./object";
import { triggerObject } from "./trigger-object";

type Capture = {
  event: "delete" | "update" | "truncate";
  purpose: string;
  /** Transition tables. */
  referencing: string;
  body: (layout: Layout) => string;
};

function captureTrigger({ event, purpose, referencing, body }: Capture): AdoptionObject {
  return triggerObject({
    name: `muniment_capture_${event}`,
    purpose,
    table: (layout) => layout.table,
    fires: `after ${event} on TABLE ${referencing}`,
    each: "statement",
    functionName: `console.capture_${event}`,
    body,
    // Without sequential scans the plan that a session keeps is by primary key, however large the
    // first statement was and however small the projection still is.
    settings: "set enable_seqscan = off",
  });
}

/** What keeps the projection true whoever deletes: Prosody, psql or we. There is none for INSERT. */
export const captureTriggers: AdoptionObject[] = [
  captureTrigger({
    event: "delete",
    purpose: "takes deleted messages out of Muniment's index in the same moment",
    referencing: "referencing old table as old_rows",
    body: captureDelete,
  }),
  captureTrigger({
    event: "update",
    purpose: "has changed messages indexed again (moderation in place)",
    referencing: "referencing old table as old_rows new table as new_rows",
    body: captureUpdate,
  }),
  captureTrigger({
    event: "truncate",
    purpose: "has the index built anew after TRUNCATE",
    referencing: "",
    body: captureTruncate,
  }),
];
