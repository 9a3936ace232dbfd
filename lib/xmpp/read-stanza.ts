import { attr, child, childText, type Element } from "./element";
import type { StanzaFacts } from "./facts";
import { NS } from "./namespaces";
import { readCorrection, readMarker, readReactions, readReceipt, readReply } from "./read/answers";
import { readBodies, readLocation } from "./read/body";
import { readCall } from "./read/call";
import { readClaims } from "./read/claims";
import { readEncryption } from "./read/encryption";
import { readError } from "./read/error";
import { readFallback } from "./read/fallback";
import { readFiles } from "./read/files";
import { readInvite } from "./read/invite";
import { kindOf, type Targets, targetOf } from "./read/kind";
import { readModeration } from "./read/moderation";
import { readPayloads } from "./read/payloads";
import { readRetraction } from "./read/retraction";
import { readRoom } from "./read/room";
import { type ParseOptions, parseStanza } from "./stanza";

export type ReadStanza = { facts: StanzaFacts; problem: null } | { facts: null; problem: string };

/**
 * What a stored stanza says by itself; never throws. `problem` tells in words for an operator, without
 * quoting, why there are no facts. `truncated`: only the beginning of the stanza is given, so facts may
 * be missing and the body cut.
 */
export function readStanza(xml: string, options: ParseOptions = {}): ReadStanza {
  const parsed = parseStanza(xml, options);
  if (!parsed.ok) return { facts: null, problem: parsed.problem };
  const { element } = parsed;
  if (element.name !== "message" || element.xmlns !== NS.client) {
    return { facts: null, problem: "The stanza is not a message." };
  }
  return { facts: readMessage(element), problem: null };
}

/** Every fact of a `<message/>`; the order of precedence is KIND_RULES. */
export function readMessage(message: Element): StanzaFacts {
  const { lang, body, otherBodies } = readBodies(message);
  const targets = readTargets(message);
  const claims = readClaims(message);
  const room = readRoom(message);
  const encryption = readEncryption(message, body);
  const fallback = readFallback(message, body);
  // One literal: spreading this many fields together costs more than all the reading.
  const facts: StanzaFacts = {
    kind: "payload",
    type: TYPES.find((it) => it === message.attrs.type) ?? "normal",
    from: attr(message, "from"),
    to: attr(message, "to"),
    id: attr(message, "id"),
    originId: claims.originId,
    lang,
    body,
    otherBodies,
    subject: childText(message, "subject", NS.client),
    thread: childText(message, "thread", NS.client),
    bodyIsFallback: body !== null && (encryption !== null || fallback.whole),
    fallbackRanges: fallback.ranges,
    targetId: null,
    reply: readReply(message),
    reactions: targets.reaction?.emoji ?? [],
    marker: targets.marker?.name ?? null,
    retraction: targets.retraction?.retraction ?? null,
    moderation: targets.moderation?.moderation ?? null,
    encryption,
    files: readFiles(message, body),
    call: readCall(message),
    invite: readInvite(message),
    error: readError(message),
    requestsReceipt: child(message, "request", NS.receipts) !== null,
    markable: child(message, "markable", NS.markers) !== null,
    occupantId: room.occupantId,
    realJid: room.realJid,
    privateInRoom: room.privateInRoom,
    spoiler: childText(message, "spoiler", NS.spoiler),
    sticker: child(message, "sticker", NS.sticker) !== null,
    location: readLocation(message, body),
    ephemeralSeconds: readTimer(message),
    claimedDelay: claims.claimedDelay,
    claimedStanzaIds: claims.claimedStanzaIds,
    payloads: readPayloads(message),
  };
  facts.kind = kindOf(facts, targets);
  facts.targetId = targetOf(facts.kind, targets);
  return facts;
}

const TYPES = ["chat", "normal", "groupchat", "headline", "error"] as const;

function readTargets(message: Element): Targets {
  const moderation = readModeration(message);
  return {
    moderation,
    retraction: moderation ? null : readRetraction(message),
    correction: readCorrection(message),
    reaction: readReactions(message),
    receipt: readReceipt(message),
    marker: readMarker(message),
  };
}

function readTimer(message: Element): number | null {
  const timer = attr(child(message, "ephemeral", NS.ephemeral), "timer");
  return timer !== null && /^\d{1,9}$/.test(timer) ? Number(timer) : null;
}
