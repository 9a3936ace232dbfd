import { attr, child, childText, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type ModerationFacts = {
  moderation: NonNullable<StanzaFacts["moderation"]>;
  targetId: string | null;
};

/**
 * XEP-0425. The room announces which row (`targetId`, its archive id) was moderated, or the row itself
 * was replaced in place (mod_muc_moderation) and has no words left; with a body it is only a claim.
 */
export function readModeration(message: Element): ModerationFacts | null {
  return readAnnouncement(message) ?? readInPlace(message);
}

function readAnnouncement(message: Element): ModerationFacts | null {
  const envelope = child(message, "apply-to", NS.fasten);
  const v0 = child(envelope, "moderated", NS.moderate0);
  if (v0 && child(v0, "retract", NS.retract0)) return announced(envelope, v0, v0);
  const retract = child(message, "retract", NS.retract1);
  const v1 = child(retract, "moderated", NS.moderate1);
  return v1 && announced(retract, v1, retract);
}

function announced(target: Element | null, moderated: Element, holder: Element | null) {
  return { moderation: told(moderated, holder, null, false), targetId: attr(target, "id") };
}

function readInPlace(message: Element): ModerationFacts | null {
  if (child(message, "body", NS.client)) return null;
  const v0 = child(message, "moderated", NS.moderate0);
  const stamped = child(v0, "retracted", NS.retract0);
  if (v0 && stamped) return { moderation: told(v0, v0, stamped, true), targetId: null };
  const retracted = child(message, "retracted", NS.retract1);
  const v1 = child(retracted, "moderated", NS.moderate1);
  return v1 && { moderation: told(v1, retracted, retracted, true), targetId: null };
}

function told(
  moderated: Element,
  holder: Element | null,
  stamped: Element | null,
  inPlace: boolean,
): ModerationFacts["moderation"] {
  return {
    by: attr(moderated, "by"),
    reason: reasonIn(holder) ?? reasonIn(moderated),
    stamp: attr(stamped, "stamp"),
    inPlace,
  };
}

/** The reason has been in the namespace of its parent in every version so far. */
function reasonIn(holder: Element | null): string | null {
  if (!holder) return null;
  return childText(holder, "reason", holder.xmlns);
}
