import type { FindingFormat, FindingTexts, FindingWords } from "@/lib/i18n/en/findings";
import type { Finding } from "@/lib/overview/views";

type Say = (params: Finding["params"], format: FindingFormat) => FindingWords;

/** The words of a finding. Each id has the parameters of its own sentence: `Finding` is made so (views.ts). */
export function wordsOf(
  texts: FindingTexts,
  { id, params }: Finding,
  format: FindingFormat,
): FindingWords {
  return (texts[id] as Say)(params, format);
}
