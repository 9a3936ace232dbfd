import "server-only";
import type { Sql } from "postgres";
import { fetchRows } from "@/lib/prosody/archive-rows";
import { foldStories } from "@/lib/xmpp/fold";
import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import type { Veil } from "../veil";
import type { ConversationView, Said } from "../views";
import type { OwnerScope } from "./owner-scope";
import type { ConversationLine } from "./projected-conversations";
import { readRow } from "./read-rows";

export type LastLine = { kind: MessageKind; line: Said | null };

/** Enough of a stanza for one line of it. */
const LINE_BYTES = 8 * 1024;

/** The newest row of each conversation, read and put behind the veil. */
export async function readLastLines(
  sql: Sql,
  scope: OwnerScope,
  lines: ConversationLine[],
  veil: Veil,
): Promise<Map<number, LastLine>> {
  const ids = lines.map((it) => it.lastRowId).filter((id) => id !== null);
  const rows = await fetchRows(sql, ids, LINE_BYTES);
  return new Map(
    rows.map((row) => {
      const { story: read } = readRow(row, scope.archive, undefined);
      const [story] = foldStories(scope.archive, [read]);
      const text = story?.text ?? null;
      const kind = read.facts?.kind ?? "other";
      return [row.rowId, { kind, line: text === null ? null : veil.say(oneLine(text)) }] as const;
    }),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function toConversationView(
  line: ConversationLine,
  scope: OwnerScope,
  last: Map<number, LastLine>,
  name: string | null,
): ConversationView {
  const { peer, rows, texts, encrypted, first, last: stamp, room, lastRowId, lastKind } = line;
  const read = lastRowId === null ? undefined : last.get(lastRowId);
  return {
    peer: peer === "" ? null : peer,
    name,
    rows,
    texts,
    encrypted,
    first,
    last: stamp,
    lastKind: read?.kind ?? (lastKind === null ? null : (MESSAGE_KINDS[lastKind] ?? "other")),
    lastLine: read?.line ?? null,
    self: peer === scope.archive.owner,
    room,
  };
}
