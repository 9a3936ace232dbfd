import { diffArrays } from "diff";
import { EMOJI } from "./graphemes";

export type WordChange = { op: "same" | "add" | "remove"; text: string };

// Not Intl.Segmenter: its dictionaries differ between ICU versions, and server and browser must agree.
// Scripts without spaces go character by character.
const TOKEN = new RegExp(
  String.raw`${EMOJI}|[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*|(?:(?![\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}_’'])(?:(?![\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}_’'])*|\s+|[^]\p{M}*`,
  "gu",
);

/** Above this an edit is shown as all removed and all added: nobody reads such a diff word by word. */
const LIMITS = { tokens: 20_000, edits: 1_000 };

/**
 * What changed between two versions of a body, by words. The `same` and `remove` parts together are
 * `before`, the `same` and `add` parts `after`, to the character.
 */
export function diffWords(before: string, after: string): WordChange[] {
  if (before === after) return before === "" ? [] : [{ op: "same", text: before }];
  const [old, now] = [tokens(before), tokens(after)];
  const changes =
    old.length + now.length > LIMITS.tokens
      ? undefined
      : diffArrays(old, now, { maxEditLength: LIMITS.edits });
  if (!changes) return replaced(before, after);
  return changes.map((change) => ({
    op: change.added ? "add" : change.removed ? "remove" : "same",
    text: change.value.join(""),
  }));
}

function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function replaced(before: string, after: string): WordChange[] {
  const parts: WordChange[] = [
    { op: "remove", text: before },
    { op: "add", text: after },
  ];
  return parts.filter((it) => it.text !== "");
}
