import { attr, child, childElements, childText, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

/** RFC 6120 §8.3: only a stanza of type `error` is one. */
export function readError(message: Element): StanzaFacts["error"] {
  if (message.attrs.type !== "error") return null;
  const error = child(message, "error", NS.client);
  if (!error) return { type: null, condition: null, text: null };
  const condition = childElements(error).find(
    (it) => it.xmlns === NS.stanzaErrors && it.name !== "text",
  );
  return {
    type: attr(error, "type"),
    condition: condition?.name ?? null,
    text: childText(error, "text", NS.stanzaErrors),
  };
}
