import { EMOJI } from "./graphemes";
import { INVISIBLE, nameOfInvisible, VARIATION } from "./invisible";
import { LINK, type Link, linkOf } from "./links";

export type Segment =
  | { type: "text"; text: string }
  /** `text` is the character itself (for a run, all of them): the segments together are the input. */
  | { type: "mark"; codePoint: number; label: string; text: string }
  | ({ type: "link" } & Link);

/** More marks on one letter than any language needs paint over the lines around. */
const STACKED = 4;

// Joiners that writing needs: between letters of Arabic and of the Brahmic scripts (RFC 5892 A.1, A.2).
const JOINED = String.raw`[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]`;

const PARTS = new RegExp(
  [
    `(?<emoji>${EMOJI})`,
    `(?<link>${LINK})`,
    `(?<joiner>(?<=${JOINED})[\\u200C\\u200D](?=${JOINED}))`,
    // One selector after something visible chooses its form; more of them, or alone, only hide data.
    `(?<variant>(?<=[^\\s${INVISIBLE}${VARIATION}])[${VARIATION}](?![${VARIATION}]))`,
    `(?<newline>\\r\\n)`,
    `(?<hidden>[${INVISIBLE}${VARIATION}])`,
    `(?<stack>(?<=[^\\p{M}]\\p{M}{${STACKED}})\\p{M}+)`,
  ].join("|"),
  "gu",
);

/**
 * Text of strangers cut into what may be shown as it is, characters that cannot be seen (bidi controls,
 * zero width, C0 and C1, tags, lone selectors, stacked marks) and links. Changes nothing: the `text` of
 * all segments in order is the input.
 */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let shown = "";
  const flush = () => {
    if (shown !== "") found.push({ type: "text", text: shown });
    shown = "";
  };
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    shown += text.slice(end, match.index);
    end = match.index + match[0].length;
    const segment = special(match);
    if (!segment) {
      shown += match[0];
      continue;
    }
    // What was cut off the end of a link is punctuation.
    const rest = match[0].slice(segment.text.length);
    flush();
    found.push(segment);
    shown = rest;
  }
  shown += text.slice(end);
  flush();
  return found;
}

/** null: to be shown as it is. */
function special(match: RegExpExecArray): Segment | null {
  const { link, hidden, stack } = match.groups ?? {};
  if (link !== undefined) {
    const target = linkOf(link);
    return target && { type: "link", ...target };
  }
  if (hidden !== undefined) return mark(hidden, nameOfInvisible);
  if (stack === undefined) return null;
  const count = stack.match(/\p{M}/gu)?.length ?? 0;
  return mark(stack, () => `${count} stacked marks`);
}

function mark(text: string, nameOf: (codePoint: number) => string): Segment {
  const codePoint = text.codePointAt(0) ?? 0;
  return { type: "mark", codePoint, label: nameOf(codePoint), text };
}

/** How many characters of a text would be marked. */
export function countInvisible(text: string): number {
  return segments(text).filter((it) => it.type === "mark").length;
}
