import { describe, expect, test } from "vitest";
import type { StanzaFacts } from "./facts";
import { readStanza } from "./read-stanza";

function facts(
  inner: string,
  attributes = "type='chat' id='m1' from='a@x/r' to='b@x'",
): StanzaFacts {
  const read = readStanza(`<message ${attributes}>${inner}</message>`);
  if (!read.facts) throw new Error(read.problem);
  return read.facts;
}

const RECEIVED = "<received xmlns='urn:xmpp:receipts' id='t'/>";
const REACTIONS =
  "<reactions xmlns='urn:xmpp:reactions:0' id='t'><reaction>👍</reaction></reactions>";
const REPLACE = "<replace xmlns='urn:xmpp:message-correct:0' id='t'/>";
const RETRACT = "<retract xmlns='urn:xmpp:message-retract:1' id='t'/>";
const FALLBACK = "<fallback xmlns='urn:xmpp:fallback:0'/>";
const OMEMO = "<encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/></encrypted>";

describe("the kind of a stanza that carries several things", () => {
  test.each([
    ["a corrected encrypted message", REPLACE + OMEMO, "correction", "t"],
    [
      "a reaction with a declared fallback",
      `${REACTIONS}${FALLBACK}<body>👍</body>`,
      "reaction",
      "t",
    ],
    ["a reaction with words", `${REACTIONS}<body>secret plan</body>`, "text", null],
    ["a receipt with words", `${RECEIVED}<body>secret plan</body>`, "text", null],
    [
      "a receipt with words called fallback",
      `${RECEIVED}${FALLBACK}<body>plan</body>`,
      "text",
      null,
    ],
    ["a receipt with an empty body", `${RECEIVED}<body/>`, "receipt", "t"],
    ["a retraction with words", `${RETRACT}<body>not hidden</body>`, "retraction", "t"],
    ["a fallback for nothing we know", `${FALLBACK}<body>words</body>`, "text", null],
    ["only a request for a receipt", "<request xmlns='urn:xmpp:receipts'/>", "payload", null],
    [
      "only a chat state",
      "<active xmlns='http://jabber.org/protocol/chatstates'/>",
      "payload",
      null,
    ],
    ["nothing", "", "payload", null],
  ])("%s", (_, inner, kind, targetId) => {
    expect(facts(inner)).toMatchObject({ kind, targetId });
  });

  test("the type error comes before everything it echoes", () => {
    expect(facts(`${REPLACE}<body>x</body>`, "type='error' from='b@x'").kind).toBe("error");
  });

  test("an id of nothing names nothing", () => {
    expect(facts("<received xmlns='urn:xmpp:receipts' id=''/>").kind).toBe("payload");
    expect(facts("<replace xmlns='urn:xmpp:message-correct:0'/><body>x</body>").kind).toBe("text");
  });
});

describe("a stanza that is not a message", () => {
  test.each(["<presence from='r@x/n'/>", "<iq/>", "<message xmlns='urn:other'/>"])("%s", (xml) => {
    expect(readStanza(xml)).toEqual({ facts: null, problem: "The stanza is not a message." });
  });
});

describe("rooms", () => {
  const FORGED = "<x xmlns='http://jabber.org/protocol/muc#user'><item jid='victim@x'/></x>";
  const ROOMS = "<x xmlns='http://jabber.org/protocol/muc#user'><item jid='real@x'/></x>";

  test("an item that an occupant wrote proves nothing: the room takes the `to` away", () => {
    const forged = facts(FORGED, "type='groupchat' from='r@x/n' to='r@x'");
    expect(forged.realJid).toBe(null);
    expect(facts(FORGED + ROOMS, "type='groupchat' from='r@x/n'").realJid).toBe("real@x");
    expect(facts(FORGED).realJid).toBe(null);
  });

  test("the occupant-id is the one appended last", () => {
    const ids = ["forged", "true"].map(
      (id) => `<occupant-id xmlns='urn:xmpp:occupant-id:0' id='${id}'/>`,
    );
    expect(facts(ids.join(""), "type='groupchat' from='r@x/n'").occupantId).toBe("true");
  });
});

describe("moderation and retraction in their newer forms", () => {
  const MODERATED = "<moderated xmlns='urn:xmpp:message-moderate:1' by='r@x/mod'/>";

  test("XEP-0425 0.3 announces inside the retraction", () => {
    const inner = `<retract xmlns='urn:xmpp:message-retract:1' id='t'>${MODERATED}<reason>spam</reason></retract>`;
    expect(facts(inner, "type='groupchat' from='r@x'")).toMatchObject({
      kind: "moderation",
      targetId: "t",
      retraction: null,
      moderation: { by: "r@x/mod", reason: "spam", stamp: null, inPlace: false },
    });
  });

  test("XEP-0425 0.3 in place", () => {
    const inner = `<retracted xmlns='urn:xmpp:message-retract:1' stamp='2026-01-01T00:00:00Z'>${MODERATED}<reason>spam</reason></retracted>`;
    expect(facts(inner, "type='groupchat' from='r@x/n'")).toMatchObject({
      kind: "moderation",
      moderation: { by: "r@x/mod", reason: "spam", stamp: "2026-01-01T00:00:00Z", inPlace: true },
    });
    expect(facts(`${inner}<body>still here</body>`).kind).toBe("text");
  });

  test("the tombstone of a retracted message", () => {
    const inner = "<retracted xmlns='urn:xmpp:message-retract:1' stamp='2026-01-01T00:00:00Z'/>";
    expect(facts(inner)).toMatchObject({ kind: "retraction", retraction: { inPlace: true } });
  });
});

describe("files", () => {
  const SIMS = `<reference xmlns='urn:xmpp:reference:0' type='data' begin='0' end='3'>
    <media-sharing xmlns='urn:xmpp:sims:1'>
      <file xmlns='urn:xmpp:jingle:apps:file-transfer:5'><media-type>image/png</media-type><name>a.png</name><size>12</size></file>
      <sources><reference xmlns='urn:xmpp:reference:0' type='data' uri='https://x.example/a.png'/></sources>
    </media-sharing></reference>`;

  test("XEP-0385 with words is a text that has a file", () => {
    const read = facts(`<body>look at this</body>${SIMS}`);
    expect(read.kind).toBe("text");
    expect(read.files).toEqual([
      {
        url: "https://x.example/a.png",
        name: "a.png",
        mediaType: "image/png",
        sizeBytes: 12,
        encrypted: false,
        description: null,
      },
    ]);
    expect(facts(`<body>https://x.example/a.png</body>${SIMS}`).kind).toBe("file");
  });

  test("XEP-0448 keeps its address inside the encryption", () => {
    const inner = `<file-sharing xmlns='urn:xmpp:sfs:0'><file xmlns='urn:xmpp:file:metadata:0'><name>a</name></file>
      <sources><encrypted xmlns='urn:xmpp:esfs:0'><key>SuRJ2agVm/pQbJQlPq/B23Xt1YOOJCcEGJA5HrcYOGQ=</key>
      <sources xmlns='urn:xmpp:sfs:0'><url-data xmlns='http://jabber.org/protocol/url-data' target='https://x.example/f'/></sources>
      </encrypted></sources></file-sharing>`;
    expect(facts(inner)).toMatchObject({
      kind: "file",
      files: [{ url: "https://x.example/f", encrypted: true }],
    });
  });

  test.each([
    ["https://up.example/upload/3f2a/cat%20%231.png", "cat #1.png"],
    ["https://up.example/file_share/1/%E0%A4%A.bin", "%E0%A4%A.bin"],
    ["aesgcm://up.example/a/b.jpg#00\ndata:image/jpeg,aaaa", "b.jpg"],
  ])("a body that is only an upload link: %s", (body, name) => {
    expect(facts(`<body>${body}</body>`)).toMatchObject({ kind: "file", files: [{ name }] });
  });

  test.each([
    "https://example.com/",
    "https://example.com/upload/",
    "see https://up.example/upload/3f2a/cat.png",
    "javascript:alert(1)",
  ])("a body that is not: %s", (body) => {
    expect(facts(`<body>${body}</body>`)).toMatchObject({ kind: "text", files: [] });
  });
});

describe("fallback ranges are code points", () => {
  const range = (attributes: string) =>
    `<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body ${attributes}/></fallback>`;

  test.each([
    ["start='0' end='3'", [{ start: 0, end: 3 }], false],
    ["start='1' end='99'", [{ start: 1, end: 4 }], false],
    ["start='3' end='2'", [], false],
    ["start='-1' end='2'", [], false],
    ["start='9' end='12'", [], false],
    ["start='0' end='4'", [{ start: 0, end: 4 }], true],
    ["", [], true],
  ])("%s", (attributes, ranges, whole) => {
    const read = facts(`<body>😀😀ab</body>${range(attributes)}`);
    expect(read.fallbackRanges).toEqual(ranges.map((it) => ({ for: "urn:xmpp:reply:0", ...it })));
    expect(read.bodyIsFallback).toBe(whole);
  });
});

describe("small things", () => {
  test.each([
    ["?OTR:AAMDabcd.", { keyTransport: false, payloadBytes: 6 }],
    ["?OTR:AAMKabcd.", { keyTransport: true }],
    ["?OTR?", { keyTransport: true }],
    ["?OTRv2? please", { keyTransport: true }],
  ])("OTR in the body: %s", (body, expected) => {
    expect(facts(`<body>${body}</body>`)).toMatchObject({
      kind: "encrypted",
      encryption: expected,
    });
  });

  test("somebody who writes about OTR is not encrypted", () => {
    expect(facts("<body>?OTR is old</body>").kind).toBe("text");
  });

  test("a type that does not exist is normal (RFC 6121 §5.2.2)", () => {
    expect(facts("<body>x</body>", "type='banana'").type).toBe("normal");
    expect(facts("<body>x</body>", "").type).toBe("normal");
  });

  test("a nested body is not the body, a forwarded message is only named", () => {
    const forwarded =
      "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>not mine</body></message></forwarded>";
    expect(facts(forwarded)).toMatchObject({
      kind: "payload",
      body: null,
      payloads: ["{urn:xmpp:forward:0}forwarded"],
    });
  });

  test("reactions are a set, without blanks", () => {
    const inner =
      "<reactions xmlns='urn:xmpp:reactions:0' id='t'><reaction>👍</reaction><reaction> 👍 </reaction><reaction/></reactions>";
    expect(facts(inner).reactions).toEqual(["👍"]);
  });
});
