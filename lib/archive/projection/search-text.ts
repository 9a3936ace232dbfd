import type { StanzaFacts } from "@/lib/xmpp/facts";
import { wordsOf } from "@/lib/xmpp/fold/text";

/**
 * What words are looked for in: what the sender wrote, as the transcript shows it (not the quote of a reply,
 * not a body that only tells old clients about a payload), in every language, a subject, names and
 * descriptions of files. "" when there is nothing to read.
 */
export function searchText(facts: StanzaFacts): string {
  const caption = facts.kind === "file" && !facts.bodyIsFallback ? facts.body : null;
  const others = facts.otherBodies.map((it) => it.text);
  const files = facts.files.flatMap((it) => [it.name, it.description]);
  return [wordsOf(facts), caption, ...others, facts.subject, ...files]
    .filter((it) => it !== null && it !== "")
    .join("\n");
}
