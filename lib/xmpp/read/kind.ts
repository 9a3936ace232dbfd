import type { StanzaFacts } from "../facts";
import type { MessageKind } from "../kinds";
import { isOnlyLinks } from "./file-links";
import type { ModerationFacts } from "./moderation";
import type { RetractionFacts } from "./retraction";

/** What a stanza says about other messages, each with the id it names. */
export type Targets = {
  moderation: ModerationFacts | null;
  retraction: RetractionFacts | null;
  correction: { targetId: string } | null;
  reaction: { targetId: string; emoji: string[] } | null;
  receipt: { targetId: string } | null;
  marker: { targetId: string; name: "received" | "displayed" | "acknowledged" } | null;
};

type Rule = readonly [MessageKind, (facts: StanzaFacts, targets: Targets) => boolean];

/**
 * What a stanza is when it carries several things: the first rule that holds. What changes another
 * message comes before what a message is made of (a corrected file is a correction, an encrypted
 * correction is a correction whose facts say so). Words of its own always win over a mere state:
 * a receipt, marker or reaction with a real body is a text, so that nothing can hide behind a state.
 */
export const KIND_RULES: readonly Rule[] = [
  ["error", (facts) => facts.type === "error"],
  ["moderation", (_, targets) => targets.moderation !== null],
  ["retraction", (_, targets) => targets.retraction !== null],
  ["correction", (_, targets) => targets.correction !== null],
  ["call", (facts) => facts.call !== null],
  ["invite", (facts) => facts.invite !== null],
  ["encrypted", (facts) => facts.encryption !== null],
  ["reaction", (facts, targets) => targets.reaction !== null && !hasOwnWords(facts)],
  ["file", (facts) => facts.files.length > 0 && isOnlyFiles(facts)],
  ["receipt", (facts, targets) => targets.receipt !== null && isBlank(facts.body)],
  ["marker", (facts, targets) => targets.marker !== null && isBlank(facts.body)],
  ["text", (facts) => facts.body !== null],
  ["subject", (facts) => facts.subject !== null],
  ["payload", () => true],
];

export function kindOf(facts: StanzaFacts, targets: Targets): MessageKind {
  return KIND_RULES.find(([, holds]) => holds(facts, targets))?.[0] ?? "payload";
}

/** The one id that a folding kind names; null for all other kinds. */
export function targetOf(kind: MessageKind, targets: Targets): string | null {
  return kind in targets ? (targets[kind as keyof Targets]?.targetId ?? null) : null;
}

/** A body that is more than a substitute for a payload. */
export function hasOwnWords(facts: Pick<StanzaFacts, "body" | "bodyIsFallback">): boolean {
  return !isBlank(facts.body) && !facts.bodyIsFallback;
}

function isBlank(body: string | null): boolean {
  return body === null || body.trim() === "";
}

function isOnlyFiles(facts: StanzaFacts): boolean {
  return facts.body === null || facts.bodyIsFallback || isOnlyLinks(facts.body, facts.files);
}
