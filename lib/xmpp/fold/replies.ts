import { bareOf, normaliseJid } from "../jid";
import { onlyOne, type Targets } from "./targets";
import { firstLine, quotedLine } from "./text";
import type { Unit } from "./unit";

/** A reply waits for its excerpt: the message it answers may be corrected later. */
export type PendingReply = { unit: Unit; target: Unit | null };

/** XEP-0461. `to` names the author and decides where the id alone does not. */
export function findReply(unit: Unit, targets: Targets): PendingReply | null {
  const reply = unit.row.facts?.reply;
  if (!reply) return null;
  const named = targets.named(unit, reply.id, "any");
  const { to } = reply;
  const written = to === null ? [] : named.filter((it) => isBy(it.unit, to));
  const target = onlyOne(named) ?? onlyOne(written);
  // The story of a claim is somebody else's message.
  return { unit, target: target?.role === "claim" ? null : target };
}

function isBy(target: Unit, to: string): boolean {
  return target.sender.address === normaliseJid(to) || target.sender.address === bareOf(to);
}

/** Writes the quoted line into the story, as the quoted message reads now. */
export function finishReply({ unit, target }: PendingReply): void {
  const facts = unit.row.facts;
  if (!unit.story || !facts?.reply) return;
  const { id } = facts.reply;
  if (!target?.story) {
    const excerpt = quotedLine(facts);
    unit.story.reply = { id, rowId: null, sender: null, excerpt, fromFallback: excerpt !== null };
    return;
  }
  const { row, sender, text } = target.story;
  const excerpt = firstLine(text);
  unit.story.reply = { id, rowId: row.rowId, sender, excerpt, fromFallback: false };
}
