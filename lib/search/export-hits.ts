import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { JsonObject } from "@/lib/audit/canonical";
import { hashIds } from "@/lib/audit/keyed-hash";
import { recordAudit } from "@/lib/audit/record";
import type { SearchAccess } from "./access";
import { MAX_EXPORTED, MAX_HITS, type SearchCriteria } from "./criteria";
import { columnsOf, recordOf } from "./csv-record";
import { aboutSearch, searchMessages, searchMetadata } from "./queries/search";
import type { SearchPage } from "./views";

/**
 * The hits as CSV (RFC 4180, UTF-8 with a mark, formulas made harmless), read and sent page by page.
 * *Asked* is on the trail before the first query, *answered* before the last line leaves: a file without
 * its end was not served whole. The first page is read before this returns, so that refusals are answers.
 * @throws ConsoleError as the search itself.
 */
export async function exportHits(
  access: SearchAccess,
  criteria: SearchCriteria,
  signal: AbortSignal,
): Promise<ReadableStream> {
  const { subject, details } = aboutSearch(access.readings ?? [], criteria);
  const about = { action: "search.export" as const, subject: subject || "metadata" };
  const asked = await recordAudit(access.grant, { ...about, phase: "asked", details });
  const first = await readPage(access, { ...criteria, limit: MAX_HITS }, signal);
  const answered = async (outcome: JsonObject) => {
    const entry = { ...about, phase: "answered" as const, refersTo: asked, details: outcome };
    await recordAudit(access.grant, entry);
  };
  const records = Readable.from(walk(access, criteria, first, signal, answered), {
    highWaterMark: MAX_HITS,
  });
  const columns = columnsOf(access.readings !== null);
  const csv = stringify({ header: true, bom: true, escape_formulas: true, columns });
  records.on("error", (error) => csv.destroy(error));
  csv.on("close", () => records.destroy());
  return Readable.toWeb(records.pipe(csv)) as ReadableStream;
}

function readPage(
  access: SearchAccess,
  criteria: SearchCriteria,
  signal: AbortSignal,
): Promise<SearchPage> {
  return access.readings
    ? searchMessages(access.grant, access.readings, criteria, signal)
    : searchMetadata(access.grant, criteria, signal);
}

async function* walk(
  access: SearchAccess,
  criteria: SearchCriteria,
  first: SearchPage,
  signal: AbortSignal,
  answered: (outcome: JsonObject) => Promise<void>,
) {
  const ids: number[] = [];
  let page = first;
  for (;;) {
    for (const hit of page.hits.slice(0, MAX_EXPORTED - ids.length)) {
      ids.push(hit.line.message.rowId);
      yield recordOf(hit, ids.length);
    }
    if (page.next === null || ids.length >= MAX_EXPORTED) break;
    page = await readPage(access, { ...criteria, before: page.next, limit: MAX_HITS }, signal);
  }
  const cut = page.next !== null;
  await answered({ rows: ids.length, idsHash: hashIds(ids), cut });
  if (cut)
    yield { number: `The list goes on: only the first ${ids.length} rows are in this file.` };
}
