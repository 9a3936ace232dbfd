import type { Sql } from "postgres";
import { ownerJid } from "@/lib/archive/criteria";
import { searchText } from "@/lib/archive/projection/search-text";
import { readEverything } from "@/lib/archive/testing/brute-force";
import { bareOf, resourceOf } from "@/lib/xmpp/jid";
import type { MessageKind } from "@/lib/xmpp/kinds";
import type { StoryRow } from "@/lib/xmpp/story";

/** One stored message with everything a search can ask about, read from its stanza. */
export type PlainRow = {
  rowId: number;
  stamp: number;
  host: string;
  user: string;
  owner: string;
  isRoom: boolean;
  sent: boolean;
  kind: MessageKind;
  body: string | null;
  /** What words are looked for in, each part for itself. */
  text: string;
  /** Lower case. */
  senders: string[];
  participants: string[];
  peer: string | null;
  nick: string | null;
  file: boolean;
  link: boolean;
  ids: string[];
  stanzaId: string | null;
  originId: string | null;
  targetId: string | null;
  inPlace: boolean;
};

/** Every row of a message store, in order; nothing of it from the index but who wrote in a room. */
export async function readPlainRows(sql: Sql): Promise<PlainRow[]> {
  const archives = await readEverything(sql, false);
  return archives
    .flatMap((archive) =>
      archive.rows.map(({ story }) => toPlain({ ...archive, jid: ownerJid(archive) }, story)),
    )
    .sort((a, b) => a.stamp - b.stamp || a.rowId - b.rowId);
}

type Place = { host: string; user: string; jid: string; isRoom: boolean };

function toPlain({ host, user, jid, isRoom }: Place, story: StoryRow): PlainRow {
  const { facts } = story;
  const from = bareOf(facts?.from ?? null);
  const sent = !isRoom && from === jid;
  const nick = isRoom ? resourceOf(facts?.from ?? null) : null;
  const peer = isRoom ? story.realJid : story.peer;
  const senders = isRoom ? [story.realJid, nick] : [sent ? jid : peer];
  const participants = isRoom ? [jid] : [jid, peer];
  return {
    rowId: story.rowId,
    stamp: story.stamp,
    host,
    user,
    owner: jid,
    isRoom,
    sent,
    kind: facts?.kind ?? "other",
    body: facts?.body ?? null,
    text: facts ? searchText(facts) : "",
    senders: lower(senders),
    participants: lower(participants),
    peer,
    nick,
    file: (facts?.files.length ?? 0) > 0,
    link: /https?:\/\/|xmpp:/i.test(facts?.bodyIsFallback ? "" : (facts?.body ?? "")),
    ids: [story.archiveId, facts?.id, facts?.originId, String(story.rowId)].filter(
      (id): id is string => typeof id === "string" && id !== "",
    ),
    stanzaId: facts?.id ?? null,
    originId: facts?.originId ?? null,
    targetId: facts?.targetId ?? null,
    inPlace: facts?.retraction?.inPlace === true || facts?.moderation?.inPlace === true,
  };
}

function lower(names: (string | null)[]): string[] {
  return names.filter((it) => it !== null).map((it) => it.toLowerCase());
}
