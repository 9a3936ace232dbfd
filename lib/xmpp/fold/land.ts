import type { Story, StoryClaim, StoryMark } from "../story";
import type { Unit } from "./unit";

/**
 * Puts what answers a message into its story. null when there is no such message, or when it is only a
 * claim in somebody else's: an answer to that would read as an answer to what it disputes.
 */
export function answer(unit: Unit, target: Unit | null): Story | null {
  return target && target.role !== "claim" ? land(unit, target, "mark") : null;
}

/** Puts a unit into the story of the message it is about. null: that message has none (never so). */
export function land(unit: Unit, target: Unit, role: Unit["role"]): Story | null {
  const { story } = target;
  if (!story) return null;
  unit.story = story;
  unit.role = role;
  story.rowIds.push(...unit.rowIds);
  return story;
}

export function mark(unit: Unit): StoryMark {
  return { rowId: unit.row.rowId, stamp: unit.row.stamp, by: unit.sender.party };
}

export function claim(
  unit: Unit,
  target: Unit,
  what: StoryClaim["what"],
  text: string | null,
): boolean {
  const story = land(unit, target, "claim");
  story?.claims.push({ ...mark(unit), what, text });
  return story !== null;
}
