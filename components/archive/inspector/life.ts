import type { MessageView, PartyView } from "@/lib/archive/views";
import type { ArchiveTexts } from "@/lib/i18n/en/archive";

export type LifeEvent = { rowId: number; stamp: number; text: string; loss: boolean };

/** Everything that happened to a message, in order; each event is an archive row of its own. */
export function lifeOf(
  message: MessageView,
  owner: string,
  t: ArchiveTexts["inspector"],
  partyName: (party: PartyView) => string,
): LifeEvent[] {
  const events: LifeEvent[] = [
    { rowId: message.rowId, stamp: message.stamp, text: t.lifeArchived(owner), loss: false },
  ];
  const add = (mark: { rowId: number; stamp: number }, text: string, loss = false) =>
    events.push({ rowId: mark.rowId, stamp: mark.stamp, text, loss });
  for (const version of message.versions.slice(1)) add(version, t.lifeCorrected);
  for (const receipt of message.receipts) add(receipt, t.lifeReceipt(partyName(receipt.by)));
  for (const marker of message.markers)
    add(marker, t.lifeMarker[marker.name](partyName(marker.by)));
  for (const reaction of message.reactions) {
    const who = partyName(reaction.by);
    add(reaction, reaction.emoji.length > 0 ? t.lifeReaction(who) : t.lifeReactionRemoved(who));
  }
  for (const step of message.call?.steps ?? [])
    add(step, t.lifeCall(step.step, partyName(step.by)));
  for (const claim of message.claims) add(claim, t.lifeClaim(partyName(claim.by)));
  if (message.retraction) add(message.retraction, t.lifeRetracted, true);
  if (message.moderation) add(message.moderation, t.lifeModerated, true);
  return events.sort((a, b) => a.stamp - b.stamp || a.rowId - b.rowId);
}
