import { hasOwnWords } from "../read/kind";
import type { Story } from "../story";
import { land, mark } from "./land";
import type { Unit } from "./unit";

type CallLine = NonNullable<Story["call"]>;

/** Proposed calls of one-to-one archives, by conversation and call id. */
export class Calls {
  private readonly proposed = new Map<string, Unit>();

  /** The nearest earlier `propose` of the same id between the same two takes all further steps. */
  fold(unit: Unit): boolean {
    const call = unit.row.facts?.call;
    // In a room anybody could end anybody's call.
    if (!call || unit.conversation === null || unit.row.peer === null) return false;
    const key = JSON.stringify([unit.conversation, call.id]);
    if (call.step === "propose") {
      this.proposed.set(key, unit);
      return false;
    }
    const proposal = this.proposed.get(key);
    if (!proposal || unit.sender.address === null || saysMore(unit)) return false;
    const story = land(unit, proposal, "mark");
    if (!story?.call) return false;
    story.call.steps.push(stepOf(unit, call.step));
    story.call.durationSeconds = durationOf(story.call.steps);
    return true;
  }
}

function saysMore(unit: Unit): boolean {
  return unit.row.facts !== null && hasOwnWords(unit.row.facts);
}

/** The first line of a call: its own step. */
export function callOf(unit: Unit): Story["call"] {
  const call = unit.row.facts?.kind === "call" ? unit.row.facts.call : null;
  return call && { steps: [stepOf(unit, call.step)], durationSeconds: null };
}

function stepOf(unit: Unit, step: string): CallLine["steps"][number] {
  return { ...mark(unit), step };
}

/** From the first `proceed` to the first `finish` after it; Prosody may have kept neither. */
function durationOf(steps: CallLine["steps"]): number | null {
  const start = steps.findIndex((it) => it.step === "proceed");
  if (start < 0) return null;
  const end = steps.slice(start).find((it) => it.step === "finish");
  const began = steps[start];
  return began && end ? end.stamp - began.stamp : null;
}
