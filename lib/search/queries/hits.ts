import "server-only";
import type { Sql } from "postgres";
import { LIST_VALUE_BYTES, ownerJid } from "@/lib/archive/criteria";
import type { StoredLine } from "@/lib/archive/queries/projected-rows";
import { readLine } from "@/lib/archive/queries/read-rows";
import { toMessageView } from "@/lib/archive/to-view";
import type { Veil } from "@/lib/archive/veil";
import type { MessageView } from "@/lib/archive/views";
import { cancellable } from "@/lib/db/cancel";
import { highlights } from "@/lib/lexemes/highlights";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { foldStories } from "@/lib/xmpp/fold";
import { IS, type Query } from "../language/query";
import type { Hit, HitLine } from "../views";
import { type AnswerLine, linesAround } from "./context";
import { asNames, namesAround } from "./hit-names";

/** The rows found as they are shown, each with its neighbours, in the order given. */
export async function loadHits(
  sql: Sql,
  rowIds: number[],
  { query, veil, signal }: { query: Query; veil: Veil; signal: AbortSignal | null },
): Promise<Hit[]> {
  if (rowIds.length === 0) return [];
  const source = { layout: await layout(), maxValueBytes: LIST_VALUE_BYTES };
  const [lines, names] = await Promise.all([
    cancellable(linesAround(sql, source, rowIds), signal),
    cancellable(namesAround(sql, source.layout, rowIds), signal).then(asNames),
  ]);
  const at = new Map(lines.flatMap((it) => it.places.map((place) => [place, it] as const)));
  const views = new Map<number, HitLine | null>();
  const view = (stored: AnswerLine | undefined): HitLine | null => {
    if (!stored) return null;
    const known = views.get(stored.rowId);
    const made = known === undefined ? toLine(stored, source.layout, { query, veil }) : known;
    views.set(stored.rowId, made);
    return made;
  };
  return rowIds.flatMap((_, number) => {
    const [before, stored, after] = [0, 1, 2].map((it) => at.get(number * 3 + it));
    const line = view(stored);
    if (!stored || !line) return [];
    const { peer } = line.message;
    return {
      owner: ownerOf(stored, names),
      peer,
      peerName: peer === null ? null : (names.get(peer) ?? null),
      line,
      before: view(before),
      after: view(after),
    };
  });
}

function toLine(
  stored: AnswerLine,
  from: Layout,
  { query, veil }: { query: Query; veil: Veil },
): HitLine | null {
  const message = toMessage(stored, from, veil);
  if (!message) return null;
  const changed = IS.filter((it) => stored[it]);
  return { message, highlights: highlightsIn(message, query), changed };
}

function ownerOf(line: StoredLine, names: Map<string, string>): Hit["owner"] {
  const { host, user, store } = line;
  const jid = ownerJid(line);
  return { host, user, jid, isRoom: store === ROOM_STORE, name: names.get(jid) ?? null };
}

/** Nothing folds into a hit: what was found is this row, as it was sent. */
function toMessage(line: StoredLine, from: Layout, veil: Veil): MessageView | null {
  const archive = { owner: ownerJid(line), isRoom: line.store === ROOM_STORE };
  const read = readLine(line, archive, from);
  const [story] = foldStories(archive, [read.story]);
  return story ? toMessageView(story, veil, { rawOf: () => read.value }) : null;
}

function highlightsIn({ text }: MessageView, { words, accents, substring }: Query) {
  if (!words || !text || text.closed) return [];
  return highlights(words, text.text, { accents, substring });
}
