import { attr, child, childText, type Element } from "./element";
import type { StanzaFacts } from "./facts";
import type { MessageKind } from "./kinds";
import { NS } from "./namespaces";
import { readCorrection, readMarker, readReactions, readReceipt, readReply } from "./read/answers";
import { readBodies, readLocation } from "./read/body";
import { readCall } from "./read/call";
import { readClaims } from "./read/claims";
import { readEncryption } from "./read/encryption";
import { readError } from "./read/error";
import { codePointLength, readFallback } from "./read/fallback";
import { readFiles } from "./read/files";
import { readInvite } from "./read/invite";
import { type KindFacts, kindOf } from "./read/kind";
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
  const targets = readTargets(message);
  const { correctionOf, reactionsTo, receiptOf, markerOf, retractionOf, moderationOf, ...answers } =
    targets;
  const facts = { ...readAddress(message), ...readContent(message), ...answers };
  const kind = kindOf({ ...facts, correctionOf, reactionsTo, receiptOf });
  const byKind: Partial<Record<MessageKind, string | null>> = {
    correction: correctionOf,
    reaction: reactionsTo,
    receipt: receiptOf,
    marker: markerOf,
    retraction: retractionOf,
    moderation: moderationOf,
  };
  return { kind, ...facts, targetId: byKind[kind] ?? null, payloads: readPayloads(message) };
}

const TYPES = ["chat", "normal", "groupchat", "headline", "error"] as const;

function readAddress(message: Element) {
  return {
    type: TYPES.find((it) => it === message.attrs.type) ?? "normal",
    from: attr(message, "from"),
    to: attr(message, "to"),
    id: attr(message, "id"),
    ...readClaims(message),
    ...readRoom(message),
  } as const;
}

function readContent(message: Element) {
  const bodies = readBodies(message);
  const { body } = bodies;
  const encryption = readEncryption(message, body);
  const fallback = readFallback(message, body);
  const timer = attr(child(message, "ephemeral", NS.ephemeral), "timer");
  return {
    ...bodies,
    bodyIsFallback: body !== null && (encryption !== null || isWhole(fallback, body)),
    fallbackRanges: fallback.ranges,
    subject: childText(message, "subject", NS.client),
    thread: childText(message, "thread", NS.client),
    encryption,
    files: readFiles(message, body),
    call: readCall(message),
    invite: readInvite(message),
    error: readError(message),
    requestsReceipt: child(message, "request", NS.receipts) !== null,
    markable: child(message, "markable", NS.markers) !== null,
    spoiler: childText(message, "spoiler", NS.spoiler),
    sticker: child(message, "sticker", NS.sticker) !== null,
    location: readLocation(message, body),
    ephemeralSeconds: timer !== null && /^\d{1,9}$/.test(timer) ? Number(timer) : null,
  };
}

function isWhole({ whole, ranges }: ReturnType<typeof readFallback>, body: string): boolean {
  if (whole) return true;
  return (
    ranges.length > 0 && ranges.some((it) => it.start === 0 && it.end === codePointLength(body))
  );
}

function readTargets(message: Element) {
  const moderation = readModeration(message);
  const retraction = moderation ? null : readRetraction(message);
  const reactions = readReactions(message);
  const marker = readMarker(message);
  return {
    reply: readReply(message),
    reactions: reactions?.emoji ?? [],
    marker: marker?.name ?? null,
    retraction: retraction?.retraction ?? null,
    moderation: moderation?.moderation ?? null,
    correctionOf: readCorrection(message),
    reactionsTo: reactions?.targetId ?? null,
    receiptOf: readReceipt(message),
    markerOf: marker?.targetId ?? null,
    retractionOf: retraction?.targetId ?? null,
    moderationOf: moderation?.targetId ?? null,
  } satisfies Partial<KindFacts> & Record<string, unknown>;
}
