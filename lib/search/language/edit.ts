import type { Chip } from "./query";
import { type Item, understand } from "./understand";

type Options = { substring?: boolean };

/**
 * The text without what the chip stands for; what is left means what it meant before. `options` as the
 * chip's query was parsed with.
 */
export function withoutChip(text: string, chip: Chip, options: Options = {}): string {
  const { items, substring } = understand(text, options);
  const left = items.filter((it) => it.chip.start !== chip.start || it.chip.end !== chip.end);
  return write(substring && !options.substring ? stillSubstring(left) : left);
}

/** The text with a name's beginning in the place of the name: `from:tom` becomes `from:tom*`. */
export function withBeginning(text: string, { start, end, value }: Chip): string {
  const piece = text.slice(start, end);
  const after = piece.lastIndexOf(value) + value.length;
  return `${text.slice(0, start)}${piece.slice(0, after)}*${piece.slice(after)}${text.slice(end)}`;
}

/** The same for whole words in the place of pieces of text. */
export function asWords(text: string): string {
  const { items } = understand(text);
  return write(items.map((it) => ({ ...it, source: it.source.replace(SUBSTRING, sign) })));
}

const sign = (operator: string) => (operator.startsWith("-") ? "-" : "");

const SUBSTRING = /^-?substring:/i;

/** One `substring:` makes pieces of text of all words: when it goes, another one must say so. */
function stillSubstring(items: Item[]): Item[] {
  if (items.some((it) => it.match && SUBSTRING.test(it.source))) return items;
  const heir = items.find((it) => it.match);
  return items.map((it) => (it === heir ? { ...it, source: asSubstring(it) } : it));
}

function asSubstring({ chip, source }: Item): string {
  return chip.negative ? `-substring:${source.slice(1)}` : `substring:${source}`;
}

/**
 * Filters may go into the URL, words never. Both together mean what the whole text meant. Whatever is no
 * clear filter counts as words.
 */
export function splitWords(
  text: string,
  options: Options = {},
): { words: string; filters: string } {
  const { items } = understand(text, options);
  return {
    words: write(items.filter((it) => it.isText)),
    filters: write(items.filter((it) => !it.isText)),
  };
}

function write(items: Item[]): string {
  return items
    .map(({ group, source }, index) =>
      items[index - 1]?.group === group ? `OR ${source}` : source,
    )
    .join(" ");
}
