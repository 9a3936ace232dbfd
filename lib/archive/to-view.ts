import type { StanzaFacts } from "@/lib/xmpp/facts";
import { resourceOf } from "@/lib/xmpp/jid";
import type { Party, Story, StoryMark } from "@/lib/xmpp/story";
import { claimed, claimedJid, knownPayloads, shownLanguage } from "./claims";
import { toFileView } from "./to-file-view";
import type { Veil } from "./veil";
import type { MarkView, MessageView, PartyView, Said } from "./views";

/** What the fold does not carry but the view shows. */
export type StoryExtras = {
  /** The stored text of a row that could not be read. */
  rawOf(rowId: number): string | null;
};

/**
 * The only way from a story to the browser or the command line: the same code with text and without,
 * so that a new field cannot be closed in one answer and open in the other.
 */
export function toMessageView(story: Story, veil: Veil, extras: StoryExtras): MessageView {
  const { row } = story;
  return {
    rowId: row.rowId,
    archiveId: row.archiveId,
    stamp: row.stamp,
    kind: row.facts?.kind ?? "other",
    sizeBytes: row.sizeBytes,
    sender: toParty(story.sender),
    own: story.own,
    peer: row.peer,
    ...toldByFold(story, veil),
    ...toldByStanza(row.facts, veil),
    call: toCall(story),
    broken: toBroken(story, veil, extras),
    truncated: row.truncated,
    rowIds: story.rowIds,
  };
}

function toldByFold(story: Story, veil: Veil) {
  return {
    text: said(veil, story.text),
    versions: story.versions.map(({ text, ...it }) => ({ ...it, text: veil.say(text) })),
    retraction: story.retraction && toMark(story.retraction),
    moderation: story.moderation && {
      ...toMark(story.moderation),
      reason: said(veil, story.moderation.reason),
      // The room names its moderator as an occupant: what people know is the nickname.
      byText: resourceOf(story.moderation.byText) ?? story.moderation.byText,
    },
    reactions: story.reactions.map((it) => ({ ...toMark(it), emoji: it.emoji.map(veil.say) })),
    reply: toReply(story.reply, veil),
    receipts: story.receipts.map(toMark),
    markers: story.markers.map((it) => ({ ...toMark(it), name: it.name })),
    claims: story.claims.map((it) => ({
      ...toMark(it),
      what: it.what,
      text: said(veil, it.text),
    })),
  };
}

function toldByStanza(facts: StanzaFacts | null, veil: Veil) {
  return {
    otherLanguages: (facts?.otherBodies ?? []).map(({ lang, text }) => ({
      lang: shownLanguage(lang, veil),
      text: veil.say(text),
    })),
    subject: said(veil, facts?.subject ?? null),
    files: (facts?.files ?? []).map((file) => toFileView(file, veil)),
    encryption: toEncryption(facts, veil),
    invite: toInvite(facts, veil),
    error: facts?.error
      ? {
          condition: claimed("condition", facts.error.condition, veil),
          text: said(veil, facts.error.text),
        }
      : null,
    payloads: knownPayloads(facts?.payloads ?? [], veil),
    privateInRoom: facts?.privateInRoom ?? false,
    spoiler: said(veil, facts?.spoiler ?? null),
  };
}

export function toParty(party: Party): PartyView {
  const { jid, nick, resource, proof, identity } = party;
  return { jid, nick, resource, proof, identity };
}

function toMark({ rowId, stamp, by }: StoryMark): MarkView {
  return { rowId, stamp, by: toParty(by) };
}

function toReply(reply: Story["reply"], veil: Veil): MessageView["reply"] {
  if (!reply) return null;
  return {
    rowId: reply.rowId,
    sender: reply.sender && toParty(reply.sender),
    excerpt: said(veil, reply.excerpt),
    fromFallback: reply.fromFallback,
  };
}

function toEncryption(facts: StanzaFacts | null, veil: Veil): MessageView["encryption"] {
  if (!facts?.encryption) return null;
  const { name, devices, payloadBytes, keyTransport } = facts.encryption;
  return { name: claimed("encryption", name, veil) ?? "", devices, payloadBytes, keyTransport };
}

function toInvite(facts: StanzaFacts | null, veil: Veil): MessageView["invite"] {
  if (!facts?.invite) return null;
  const { room, from, to, reason, mediated } = facts.invite;
  return {
    room: claimedJid(room, veil),
    from: claimedJid(from, veil),
    to: claimedJid(to, veil),
    reason: said(veil, reason),
    mediated,
  };
}

function toCall(story: Story): MessageView["call"] {
  const call = story.row.facts?.call;
  if (!story.call && !call) return null;
  return {
    media: (call?.media ?? []).filter((it) => it === "audio" || it === "video"),
    steps: (story.call?.steps ?? []).map((it) => ({ ...it, by: toParty(it.by) })),
    durationSeconds: story.call?.durationSeconds ?? null,
  };
}

/** The reader's complaint may quote the stanza, so without a reading it is replaced. */
function toBroken({ row }: Story, veil: Veil, extras: StoryExtras): MessageView["broken"] {
  if (row.problem === null) return null;
  return {
    problem: veil.open ? row.problem : "This stanza could not be read.",
    raw: veil.say(extras.rawOf(row.rowId) ?? ""),
  };
}

function said(veil: Veil, text: string | null): Said | null {
  return text === null ? null : veil.say(text);
}
