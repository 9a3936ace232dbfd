import type { StanzaFacts } from "../facts";
import type { MessageKind } from "../kinds";
import { NS } from "../namespaces";

/** Kinds whose body, if there is one, only stands in for a payload. */
const WORDLESS: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "encrypted",
  "reaction",
  "receipt",
  "marker",
  "file",
]);

/** What a person said in this stanza; null where it holds no words of theirs. */
export function wordsOf(facts: StanzaFacts | null): string | null {
  if (!facts || facts.body === null || WORDLESS.has(facts.kind)) return null;
  if (facts.kind === "text") return withoutQuote(facts);
  return facts.bodyIsFallback ? null : withoutQuote(facts);
}

/** The body without the quote of a reply (XEP-0461), but never nothing at all. */
function withoutQuote(facts: StanzaFacts): string {
  const { body, reply } = facts;
  if (body === null || !reply) return body ?? "";
  const ranges = quoteRanges(facts);
  if (ranges.length === 0) return body;
  const kept = [...body].filter((_, at) => !ranges.some((it) => at >= it.start && at < it.end));
  const text = kept.join("");
  return text.trim() === "" ? body : text;
}

function quoteRanges(facts: StanzaFacts) {
  return facts.fallbackRanges.filter((it) => it.for === NS.reply);
}

const EXCERPT_LENGTH = 240;

/** The first line with words, at most 240 code points; null when there is none. */
export function firstLine(text: string | null): string | null {
  const line = text
    ?.slice(0, 10_000)
    .split("\n")
    .find((it) => it.trim() !== "")
    ?.trim();
  if (!line) return null;
  const characters = [...line];
  if (characters.length <= EXCERPT_LENGTH) return line;
  return `${characters.slice(0, EXCERPT_LENGTH - 1).join("")}…`;
}

/** What the sender of a reply quoted: a claim about the message it answers. */
export function quotedLine(facts: StanzaFacts): string | null {
  const [range] = quoteRanges(facts);
  if (!range || facts.body === null) return null;
  const quote = [...facts.body].slice(range.start, range.end).join("");
  return firstLine(quote.replace(/^(?:> ?)+/gm, ""));
}
