import type { Archive, Story } from "../story";
import { foldClaim } from "./edits";
import { answer, mark } from "./land";
import { partyNamed } from "./sender";
import type { Targets } from "./targets";
import type { Unit } from "./unit";

/**
 * XEP-0425: only the room itself announces a moderation, by the archive id of the row. Whoever else
 * says so makes a claim.
 */
export function foldModeration(archive: Archive, unit: Unit, targets: Targets): boolean {
  const facts = unit.row.facts;
  if (!facts?.moderation || facts.moderation.inPlace) return false;
  if (!archive.isRoom || !unit.sender.isRoom) return foldClaim(unit, targets, "retraction");
  const target = targets.find(unit, facts.targetId, "archiveId", "anyone");
  const story = answer(unit, target);
  if (!story) return false;
  const { by, reason } = facts.moderation;
  story.moderation = {
    ...mark(unit),
    by: by === null && story.moderation ? story.moderation.by : partyNamed(archive, by),
    byText: by ?? story.moderation?.byText ?? null,
    reason: reason ?? story.moderation?.reason ?? null,
  };
  return true;
}

/** A row that was replaced in place tells by itself that, when and by whom it was taken away. */
export function ownEnd(archive: Archive, unit: Unit): Pick<Story, "moderation" | "retraction"> {
  const { facts, rowId, stamp } = unit.row;
  const retraction = facts?.retraction?.inPlace ? mark(unit) : null;
  if (!facts?.moderation?.inPlace) return { moderation: null, retraction };
  const { by, reason, stamp: claimed } = facts.moderation;
  const at = seconds(claimed) ?? stamp;
  const told = { rowId, stamp: at, by: partyNamed(archive, by), byText: by, reason };
  return { moderation: told, retraction };
}

function seconds(stamp: string | null): number | null {
  const milliseconds = stamp === null ? Number.NaN : Date.parse(stamp);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
