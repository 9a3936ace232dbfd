import type { Chip } from "@/lib/search/language/query";

type Look = "plain" | "op" | "phrase" | "neg";

export type Paint = {
  /** Offset into the text. */
  at: number;
  text: string;
  look: Look;
};

const OR = /^(\s*or\s+)|(\s+or\s*)$/i;
const OPERATOR = /^[a-z]+:/i;

/** The text of the box cut into what is coloured how; the parts together are the text. */
export function paintParts(text: string, chips: readonly Chip[]): Paint[] {
  const parts: Paint[] = [];
  let end = 0;
  const put = (upTo: number, look: Look) => {
    if (upTo <= end) return;
    parts.push({ at: end, text: text.slice(end, upTo), look });
    end = upTo;
  };
  for (const chip of chips.toSorted((a, b) => a.start - b.start)) {
    put(chip.start, "plain");
    const piece = text.slice(end, chip.end);
    const or = OR.exec(piece);
    put(end + (or?.[1]?.length ?? 0), "op");
    const last = chip.end - (or?.[2]?.length ?? 0);
    const look = lookOf(chip);
    if (look === "plain") put(end + operatorLength(text.slice(end, last)), "op");
    put(last, look);
    put(chip.end, "op");
  }
  put(text.length, "plain");
  return parts;
}

function lookOf({ kind, negative }: Chip): Look {
  if (negative && kind !== "ignored") return "neg";
  return kind === "phrase" ? "phrase" : "plain";
}

function operatorLength(piece: string): number {
  return OPERATOR.exec(piece)?.[0].length ?? 0;
}
