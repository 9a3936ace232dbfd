import { answer, mark } from "./land";
import { likeness, type Sender } from "./sender";
import type { Targets } from "./targets";
import type { Unit } from "./unit";

/** The reactions of one story with who sent them; the story itself keeps no senders to compare. */
export type ReactionSenders = Map<number, Sender>;

/** XEP-0444: the latest set of each sender replaces the one before, an empty one takes it away. */
export function foldReaction(unit: Unit, targets: Targets, senders: ReactionSenders): boolean {
  const target = targets.find(unit, unit.row.facts?.targetId ?? null, "any", "anyone");
  const story = answer(unit, target);
  if (!story) return false;
  senders.set(unit.row.rowId, unit.sender);
  story.reactions = story.reactions.filter((it) => {
    const former = senders.get(it.rowId);
    return !former || likeness(former, unit.sender) !== "same";
  });
  const emoji = unit.row.facts?.reactions ?? [];
  if (emoji.length > 0) story.reactions.push({ ...mark(unit), emoji });
  return true;
}

/**
 * A call is one story of two people's steps: who answers the other's step would seem to have received
 * or read what they began themselves.
 */
function answerOfOther(unit: Unit, target: Unit | null) {
  if (target?.story?.sender.identity === unit.sender.party.identity) return null;
  return answer(unit, target);
}

/** XEP-0184: that it arrived can only be said by somebody it was sent to. */
export function foldReceipt(unit: Unit, targets: Targets): boolean {
  const target = targets.find(unit, unit.row.facts?.targetId ?? null, "any", "different");
  const story = answerOfOther(unit, target);
  story?.receipts.push(mark(unit));
  return Boolean(story);
}

/** XEP-0333: kept with the one message it names, although a client means all before it, too. */
export function foldMarker(unit: Unit, targets: Targets): boolean {
  const { facts } = unit.row;
  const target = targets.find(unit, facts?.targetId ?? null, "any", "different");
  if (!facts?.marker) return false;
  const story = answerOfOther(unit, target);
  story?.markers.push({ ...mark(unit), name: facts.marker });
  return Boolean(story);
}
