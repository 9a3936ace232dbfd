import type { MessageKind } from "../kinds";
import { hasOwnWords } from "../read/kind";
import type { StoryClaim } from "../story";
import { claim, land, mark } from "./land";
import { onlyOne, type Targets } from "./targets";
import { wordsOf } from "./text";
import type { Unit } from "./unit";

const NOT_EDITABLE: ReadonlySet<MessageKind> = new Set<MessageKind>(["other", "call"]);

/** XEP-0308: only the sender corrects, by the id attribute; whoever else tries makes a claim. */
export function foldCorrection(unit: Unit, targets: Targets): boolean {
  const facts = unit.row.facts;
  const target = targets.find(unit, facts?.targetId ?? null, "id", "same");
  if (!target) return foldClaim(unit, targets, "correction");
  if (!isEditable(target)) return false;
  if (target.role === "claim") return claim(unit, target, "correction", wordsOf(facts));
  land(unit, target, "version")?.versions.push({
    rowId: unit.row.rowId,
    stamp: unit.row.stamp,
    text: wordsOf(facts) ?? "",
    ...(facts?.encryption ? { encrypted: true } : {}),
  });
  return true;
}

/**
 * XEP-0424. A retraction with words of its own counts, but its row stands for itself as well, so that
 * nothing hides behind it.
 */
export function foldRetraction(unit: Unit, targets: Targets): boolean {
  const facts = unit.row.facts;
  const target = targets.find(unit, facts?.targetId ?? null, "any", "same");
  if (!target) return foldClaim(unit, targets, "retraction");
  if (!isEditable(target)) return false;
  if (target.role === "claim") return claim(unit, target, "retraction", wordsOf(facts));
  if (target.story) target.story.retraction ??= mark(unit);
  if (facts && hasOwnWords(facts)) return false;
  land(unit, target, "mark");
  return true;
}

/** Of somebody else, or of somebody who cannot be proven to be the sender. */
export function foldClaim(unit: Unit, targets: Targets, what: StoryClaim["what"]): boolean {
  const sort = what === "correction" ? "id" : "any";
  const named = targets.named(unit, unit.row.facts?.targetId ?? null, sort);
  const target = onlyOne(named);
  if (!target || !isEditable(target)) return false;
  return claim(unit, target, what, wordsOf(unit.row.facts));
}

function isEditable(target: Unit): boolean {
  return !NOT_EDITABLE.has(target.row.facts?.kind ?? "other");
}
