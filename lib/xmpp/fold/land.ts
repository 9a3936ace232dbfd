import type { Story, StoryClaim, StoryMark } from "../story";
import type { Unit } from "./unit";

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
