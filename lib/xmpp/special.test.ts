import { describe, expect, test } from "vitest";
import { readFixtureRows } from "@/lib/testing/fixture-rows";
import type { StanzaFacts } from "./facts";
import { readStanza } from "./read-stanza";

const UPLOAD =
  "https://upload.chat.example:5281/file_share/0190f3b4-5d3b-7c11-9d0c-0d9d7a3c1a11/%D1%84%D0%BE%D1%82%D0%BE%20(1).jpg";
const AESGCM =
  "aesgcm://upload.chat.example:5281/file_share/0190f3b4/x.jpg#8c3d050e9386ec173861778f0eae4bbf";
const OMEMO = "eu.siacs.conversations.axolotl";
const ALICE = "alice@chat.example/phone";
const ROOM = "general@rooms.chat.example";

const NO_FILE = { mediaType: null, sizeBytes: null, encrypted: false, description: null };
const OMEMO_FALLBACK =
  "I sent you an OMEMO encrypted message but your client doesn’t seem to support that.";

/** What the lab's traffic.py sent, in our words. */
const SPECIAL: Record<string, Partial<StanzaFacts>> = {
  "unknown-payload-store-hint": { kind: "payload", payloads: ["{urn:example:foo}foo"] },
  "reaction-with-store-hint": { kind: "reaction", reactions: ["👍", "❤️"] },
  "receipt-1": { kind: "receipt", marker: null },
  "marker-received": { kind: "marker", marker: "received" },
  "marker-displayed": { kind: "marker", marker: "displayed" },
  "normal-with-subject": {
    kind: "text",
    type: "normal",
    subject: "Subject & body",
    body: "normal message",
  },
  "untyped-subject-only": {
    kind: "subject",
    type: "normal",
    subject: "only a subject",
    body: null,
  },
  untyped: { kind: "text", type: "normal", body: "message with no type" },
  "empty-body": { kind: "text", body: "" },
  "blank-body": { kind: "text", body: "   " },
  "multi-lang": {
    lang: "en",
    body: "Hello",
    otherBodies: [
      { lang: "de", text: "Hallo" },
      { lang: "ar", text: "مرحبا" },
    ],
  },
  thread: { kind: "text", thread: "7edac73ab41e45c4aafa7b2d7b749080" },
  "to-full": { to: "bob@chat.example/Gajim.X4R2" },
  "self-bare": { from: ALICE, to: null, body: "note to self" },
  delay: { kind: "text", claimedDelay: "2011-11-11T11:11:11Z" },
  oob: { kind: "file", files: [{ url: UPLOAD, name: "фото (1).jpg", ...NO_FILE }] },
  sfs: {
    kind: "file",
    files: [
      {
        url: UPLOAD,
        name: "фото (1).jpg",
        mediaType: "image/jpeg",
        sizeBytes: 3_032_449,
        encrypted: false,
        description: "holiday",
      },
    ],
  },
  aesgcm: {
    kind: "file",
    files: [{ url: AESGCM, name: "x.jpg", ...NO_FILE, encrypted: true }],
  },
  "omemo-axolotl": {
    kind: "encrypted",
    body: OMEMO_FALLBACK,
    bodyIsFallback: true,
    encryption: {
      namespace: OMEMO,
      name: "OMEMO",
      devices: 1,
      payloadBytes: 11,
      keyTransport: false,
    },
  },
  "omemo-keytransport": {
    kind: "encrypted",
    body: null,
    encryption: {
      namespace: OMEMO,
      name: "OMEMO",
      devices: 1,
      payloadBytes: null,
      keyTransport: true,
    },
  },
  "omemo-2-no-body": {
    kind: "encrypted",
    encryption: {
      namespace: "urn:xmpp:omemo:2",
      name: "OMEMO 2",
      devices: 1,
      payloadBytes: 8,
      keyTransport: false,
    },
  },
  ox: {
    kind: "encrypted",
    bodyIsFallback: true,
    encryption: {
      namespace: "urn:xmpp:openpgp:0",
      name: "OpenPGP for XMPP",
      devices: 0,
      payloadBytes: 4,
      keyTransport: false,
    },
  },
  "pgp-legacy": {
    kind: "encrypted",
    bodyIsFallback: true,
    encryption: {
      namespace: "jabber:x:encrypted",
      name: "Legacy OpenPGP",
      devices: 0,
      payloadBytes: 3,
      keyTransport: false,
    },
  },
  otr: {
    kind: "encrypted",
    encryption: {
      namespace: "urn:xmpp:otr:0",
      name: "OTR",
      devices: 0,
      payloadBytes: null,
      keyTransport: true,
    },
  },
  "jmi-propose": { kind: "call", call: { id: "call-1", step: "propose", media: ["audio"] } },
  "jmi-proceed": { kind: "call", call: { id: "call-1", step: "proceed", media: [] } },
  "jmi-reject": { kind: "call", call: { id: "call-1", step: "reject", media: [] } },
  "jmi-finish": { kind: "call", call: { id: "call-1", step: "finish", media: [] } },
  "direct-invite": {
    kind: "invite",
    invite: {
      room: "team@rooms.chat.example",
      from: ALICE,
      to: "bob@chat.example",
      reason: "join us",
      mediated: false,
    },
  },
  xhtml: { kind: "text", body: "*bold* hi", otherBodies: [], payloads: [] },
  reply: {
    kind: "text",
    body: "> Message\nreply text",
    bodyIsFallback: false,
    fallbackRanges: [{ for: "urn:xmpp:reply:0", start: 0, end: 10 }],
  },
  sticker: { kind: "text", body: "👋", sticker: true },
  geo: { kind: "text", location: "geo:51.75,-1.25;u=10" },
  spoiler: { kind: "text", body: "the spoiler", spoiler: "hint" },
  ephemeral: { kind: "text", body: "ephemeral", ephemeralSeconds: 60 },
  "muc-reaction": { kind: "reaction", type: "groupchat", targetId: "muc-c0", reactions: ["👍"] },
  "muc-displayed": { kind: "marker", targetId: "muc-c0", marker: "displayed" },
  "muc-omemo": { kind: "encrypted", body: "OMEMO fallback", bodyIsFallback: true },
  "muc-oob": { kind: "file", files: [{ url: UPLOAD, name: "фото (1).jpg", ...NO_FILE }] },
  "muc-hostile": { from: `${ROOM}/<b>frank</b>`, body: "=1+1 from <b>frank</b>" },
  "muc-c0": { kind: "text", originId: "muc-c0", realJid: null },
  "muc-c1": { kind: "correction", targetId: "muc-c0", body: "muc message corrected" },
  "muc-nonanon": { kind: "text", to: null, realJid: "alice@chat.example" },
  "muc-renamed": {
    from: `${ROOM}/carol-renamed`,
    occupantId: "X1SudnJqNs8vUmge10YslKDp4eQOxgtJmPfxn/3c5og=",
  },
  "muc-mod0": {
    kind: "moderation",
    body: null,
    targetId: null,
    moderation: {
      by: `${ROOM}/alice`,
      reason: "off topic",
      stamp: "2026-11-22T10:49:52Z",
      inPlace: true,
    },
  },
};

const facts = readFixtureRows()
  .filter((it) => it.store === "archive" || it.store === "muc_log")
  .map((row) => ({ row, facts: readStanza(row.value).facts }));

const withId = (id: string) => facts.filter((it) => it.facts?.id === id);

describe("every special message says what it is", () => {
  test.each(Object.entries(SPECIAL))("%s", (id, expected) => {
    const copies = withId(id);
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) expect(copy.facts).toMatchObject(expected);
  });

  test("both retractions, with and without XEP-0422's envelope", () => {
    const found = facts.filter((it) => it.facts?.kind === "retraction").map((it) => it.facts);
    expect(found.map((it) => it?.retraction)).toEqual([
      { version: 0 },
      { version: 0 },
      { version: 1 },
      { version: 1 },
    ]);
    expect(found.every((it) => it?.bodyIsFallback && it.targetId)).toBe(true);
  });

  test("a mediated invite on its way to the room and from it", () => {
    const [sent] = withId("mediated-invite").filter((it) => it.row.user === "alice");
    const [received] = withId("mediated-invite").filter((it) => it.row.user === "bob");
    const invite = { room: ROOM, reason: "come", mediated: true };
    expect(sent?.facts?.invite).toEqual({ ...invite, from: null, to: "bob@chat.example" });
    expect(received?.facts?.invite).toEqual({ ...invite, from: `${ROOM}/alice`, to: null });
  });

  test("a private message in a room, in both archives", () => {
    expect(withId("muc-pm").map((it) => it.facts?.privateInRoom)).toEqual([true, true]);
  });

  test("the bounce from the remote host beside the message itself", () => {
    const [message, bounce] = withId("to-remote").map((it) => it.facts);
    expect(message?.kind).toBe("text");
    expect(bounce).toMatchObject({
      kind: "error",
      type: "error",
      error: {
        type: "cancel",
        condition: "not-allowed",
        text: "Communication with remote domains is not enabled",
      },
    });
  });

  test("forged stanza-ids are claims; the recipient's server strips its own", () => {
    const [sent, received] = withId("stanza-id-spoof").map((it) => it.facts?.claimedStanzaIds);
    expect(sent?.map((it) => it.id)).toEqual(["spoof-1", "spoof-2", "kept"]);
    expect(received?.map((it) => it.id)).toEqual(["spoof-2", "kept"]);
  });

  test("the announcement of a moderation names the archive id of the row", () => {
    const announcement = facts.find((it) => it.facts?.moderation?.inPlace === false);
    expect(announcement?.facts).toMatchObject({
      from: ROOM,
      targetId: withId("muc-mod0")[0]?.row.key,
      moderation: { by: `${ROOM}/alice`, reason: "off topic" },
    });
  });
});
