import type { StanzaFacts } from "@/lib/xmpp/facts";
import { indexId } from "../index-id";

/**
 * Facets stand among the words of a message as lexemes without a position; they begin with ":", which no
 * word does, so that one index answers words and filters together:
 * `:k<kind>` `:h<host>` `:s<party>` sender, `:w<party>` either side (of a room: the room), `:file` `:link`
 * `:enc` encrypted, `:edited` `:retracted` by another row or in place.
 */
export function facetsOf(line: {
  kind: number;
  hostId: number;
  senders: number[];
  participants: number[];
  marks: string[];
}): string {
  const { kind, hostId, senders, participants, marks } = line;
  const facets = [
    `:k${kind}`,
    `:h${hostId}`,
    ...senders.map((id) => `:s${id}`),
    ...participants.map((id) => `:w${id}`),
    ...marks,
  ];
  return facets.map((it) => `'${it}'`).join(" ");
}

const LINK = /(?:https?|xmpp|ftp|geo|mailto|aesgcm):[^\s]/i;

/** What the stanza itself says. */
export function marksOf(facts: StanzaFacts): string[] {
  const body = facts.bodyIsFallback ? null : facts.body;
  return [
    ...(facts.files.length > 0 ? [":file"] : []),
    ...(body !== null && LINK.test(body) ? [":link"] : []),
    ...(facts.kind === "encrypted" ? [":enc"] : []),
    ...(facts.retraction?.inPlace || facts.moderation?.inPlace ? [":retracted"] : []),
  ];
}

/** As console.party has them. */
export function partyNames(names: (string | null)[]): string[] {
  const folded = names.filter((it) => it !== null && it !== "").map((it) => fold(it as string));
  return [...new Set(folded)];
}

function fold(name: string): string {
  return indexId(name.toLowerCase());
}
