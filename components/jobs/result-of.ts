import { formatBytes } from "@/lib/format/bytes";
import type { Locale } from "@/lib/format/locale";
import { formatNumber } from "@/lib/format/number";
import type { Texts } from "@/lib/i18n/texts";
import type { JobView } from "@/lib/jobs/views";

/** What a job brought, in a line; "" when it says nothing. */
export function resultOf({ result }: JobView, text: Texts["jobs"], locale: Locale): string {
  const { results } = text;
  const of = (name: string) => {
    const value = result?.[name];
    return typeof value === "number" ? value : null;
  };
  const left = result?.invalidIndexes;
  if (Array.isArray(left)) return text.leftBehind(left.join(", "));
  if (result?.already === true) return results.already;
  const parts: string[] = [];
  const [rows, dead, bytes, freed] = [of("rows"), of("deadRows"), of("bytes"), of("freedBytes")];
  const [before, after] = [of("bytesBefore"), of("bytesAfter")];
  if (rows !== null) parts.push(results.rows(formatNumber(rows, locale)));
  if (dead !== null) parts.push(results.deadRows(formatNumber(dead, locale)));
  if (before !== null && after !== null && before !== after) {
    parts.push(results.size(formatBytes(before, locale), formatBytes(after, locale)));
  }
  if (bytes !== null) parts.push(results.bytes(formatBytes(bytes, locale)));
  if (freed !== null) parts.push(results.freed(formatBytes(freed, locale)));
  return parts.join(" · ");
}
