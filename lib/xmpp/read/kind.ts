import type { StanzaFacts } from "../facts";
import type { MessageKind } from "../kinds";
import { isOnlyLinks } from "./file-links";

export type KindFacts = Omit<StanzaFacts, "kind" | "targetId" | "payloads"> & {
  correctionOf: string | null;
  reactionsTo: string | null;
  receiptOf: string | null;
};

type Rule = readonly [MessageKind, (facts: KindFacts) => boolean];

/**
 * What a stanza is when it carries several things: the first rule that holds. What changes another
 * message comes before what a message is made of (a corrected file is a correction, an encrypted
 * correction is a correction whose facts say so). Words of its own always win over a mere state:
 * a receipt, marker or reaction with a real body is a text, so that nothing can hide behind a state.
 */
export const KIND_RULES: readonly Rule[] = [
  ["error", (it) => it.type === "error"],
  ["moderation", (it) => it.moderation !== null],
  ["retraction", (it) => it.retraction !== null],
  ["correction", (it) => it.correctionOf !== null],
  ["call", (it) => it.call !== null],
  ["invite", (it) => it.invite !== null],
  ["encrypted", (it) => it.encryption !== null],
  ["reaction", (it) => it.reactionsTo !== null && !hasOwnWords(it)],
  ["file", (it) => it.files.length > 0 && isOnlyFiles(it)],
  ["receipt", (it) => it.receiptOf !== null && isBlank(it.body)],
  ["marker", (it) => it.marker !== null && isBlank(it.body)],
  ["text", (it) => it.body !== null],
  ["subject", (it) => it.subject !== null],
  ["payload", () => true],
];

export function kindOf(facts: KindFacts): MessageKind {
  return KIND_RULES.find(([, holds]) => holds(facts))?.[0] ?? "payload";
}

/** A body that is more than a substitute for a payload. */
export function hasOwnWords(facts: Pick<StanzaFacts, "body" | "bodyIsFallback">): boolean {
  return !isBlank(facts.body) && !facts.bodyIsFallback;
}

function isBlank(body: string | null): boolean {
  return body === null || body.trim() === "";
}

function isOnlyFiles(facts: KindFacts): boolean {
  return facts.body === null || facts.bodyIsFallback || isOnlyLinks(facts.body, facts.files);
}
