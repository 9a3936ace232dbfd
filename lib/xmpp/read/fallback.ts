import { attr, childElements, childrenOf, type Element } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type FallbackRange = StanzaFacts["fallbackRanges"][number];

/**
 * XEP-0428. `whole` is true when a fallback covers the body from end to end: it has no ranges at all,
 * or a `<body/>` without start and end. Ranges are code points (XEP-0426), end exclusive, inside the body.
 */
export function readFallback(
  message: Element,
  body: string | null,
): { whole: boolean; ranges: FallbackRange[] } {
  const declared = childrenOf(message, "fallback", NS.fallback);
  const result = { whole: false, ranges: [] as FallbackRange[] };
  if (declared.length === 0 || body === null) return result;
  const length = codePointLength(body);
  for (const fallback of declared) {
    const parts = childElements(fallback);
    if (parts.length === 0) result.whole = true;
    for (const part of parts) {
      if (part.name !== "body" || part.xmlns !== NS.fallback) continue;
      const range = readRange(part, attr(fallback, "for"), length);
      if (range) result.ranges.push(range);
      else if (part.attrs.start === undefined && part.attrs.end === undefined) result.whole = true;
    }
  }
  result.whole ||= result.ranges.some((it) => it.start === 0 && it.end === length);
  return result;
}

function readRange(part: Element, meantFor: string | null, length: number): FallbackRange | null {
  const start = position(part.attrs.start, null);
  const end = position(part.attrs.end, null);
  if (start === null || end === null || start >= end || start >= length) return null;
  return { for: meantFor, start, end: Math.min(end, length) };
}

function position(value: string | undefined, missing: null): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : missing;
}

export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
