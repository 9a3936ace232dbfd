import { readStanza } from "./read-stanza";
import type { StoryRow } from "./story";

type Given = { rowId: number; stamp?: number; archiveId?: string; peer?: string | null };

/** A story row for a stanza; the row id is the time as well, unless another is given. */
export function storyRow(xml: string, given: Given & Partial<StoryRow>): StoryRow {
  const { facts, problem } = readStanza(xml);
  return {
    archiveId: `archive-${given.rowId}`,
    stamp: given.rowId,
    sizeBytes: xml.length,
    facts,
    problem,
    truncated: false,
    peer: null,
    realJid: null,
    realJidProof: null,
    ...given,
  };
}

export const ALICE = "alice@x";
export const BOB = "bob@x";

/** In alice's archive, between her and bob unless `with` says otherwise. */
export function said(
  rowId: number,
  from: string,
  inner: string,
  more: { id?: string | null; peer?: string; to?: string; stamp?: number } = {},
): StoryRow {
  const { id = `m${rowId}`, peer = BOB, to = from.startsWith(ALICE) ? peer : ALICE } = more;
  const attributes = `type='chat' from='${from}' to='${to}'${id === null ? "" : ` id='${id}'`}`;
  const { stamp = rowId } = more;
  return storyRow(`<message ${attributes}>${inner}</message>`, { rowId, peer, stamp });
}

export const ROOM = "room@muc.x";

/** In the archive of a room: by nick, with an occupant-id unless it is null. */
export function inRoom(
  rowId: number,
  nick: string | null,
  inner: string,
  more: { id?: string; occupant?: string | null } & Partial<StoryRow> = {},
): StoryRow {
  const { id = `m${rowId}`, occupant = nick === null ? null : `occ-${nick}`, ...row } = more;
  const from = nick === null ? ROOM : `${ROOM}/${nick}`;
  const mark = occupant ? `<occupant-id xmlns='urn:xmpp:occupant-id:0' id='${occupant}'/>` : "";
  const xml = `<message type='groupchat' from='${from}' to='${ROOM}' id='${id}'>${inner}${mark}</message>`;
  return storyRow(xml, { rowId, ...row });
}

export const body = (text: string) => `<body>${text}</body>`;
export const replace = (id: string, text: string) =>
  `<replace xmlns='urn:xmpp:message-correct:0' id='${id}'/><body>${text}</body>`;
export const retract = (id: string) => `<retract xmlns='urn:xmpp:message-retract:1' id='${id}'/>`;
export const react = (id: string, ...emoji: string[]) =>
  `<reactions xmlns='urn:xmpp:reactions:0' id='${id}'>${emoji.map((it) => `<reaction>${it}</reaction>`).join("")}</reactions>`;
export const received = (id: string) => `<received xmlns='urn:xmpp:receipts' id='${id}'/>`;
export const displayed = (id: string) => `<displayed xmlns='urn:xmpp:chat-markers:0' id='${id}'/>`;
export const call = (step: string, id: string) =>
  `<${step} xmlns='urn:xmpp:jingle-message:0' id='${id}'/>`;
export const moderated = (id: string) =>
  `<apply-to xmlns='urn:xmpp:fasten:0' id='${id}'><moderated xmlns='urn:xmpp:message-moderate:0' by='${ROOM}/mod'><retract xmlns='urn:xmpp:message-retract:0'/><reason>spam</reason></moderated></apply-to>`;
