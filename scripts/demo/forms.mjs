import * as p from "./payloads.mjs";
import { el } from "./xml.mjs";

const SLOT = "0190f3b4-5d3b-7c11-9d0c-0d9d7a3c1a11";
const XHTML = "http://www.w3.org/1999/xhtml";

/**
 * One of each form a message can take, with the ids that the lab gives them.
 * @type {{ id?: string, type?: string | null, children: import("./xml.mjs").Node[] }[]}
 */
export const FORMS = [
  {
    id: "normal-with-subject",
    type: "normal",
    children: [
      el("subject", {}, "Subject & body"),
      p.body("An old-fashioned message, with a subject line"),
    ],
  },
  { id: "untyped-subject-only", type: null, children: [el("subject", {}, "only a subject")] },
  { id: "untyped", type: null, children: [p.body("No type on this one")] },
  { type: "chat", children: [p.body("This client forgets the id attribute")] },
  { id: "empty-body", children: [p.body("")] },
  { id: "blank-body", children: [p.body("   ")] },
  { id: "multi-lang", children: [p.body("Hello"), p.body("Hallo", "de"), p.body("مرحبا", "ar")] },
  {
    id: "thread",
    children: [
      el("thread", { parent: "e0ffe42b" }, "7edac73ab41e45c4aafa7b2d7b749080"),
      p.body("In a thread, if anybody reads thread ids"),
    ],
  },
  {
    id: "stanza-id-spoof",
    children: [
      p.body("This one claims ids that it cannot know"),
      p.stanzaId("leo@northquay.example", "spoof-1"),
      p.stanzaId("room@elsewhere.example", "kept"),
    ],
  },
  {
    id: "delay",
    children: [
      p.body("And this one claims to be from 2011"),
      el("delay", {
        xmlns: "urn:xmpp:delay",
        from: "leo@northquay.example",
        stamp: "2011-11-11T11:11:11Z",
      }),
    ],
  },
  {
    id: "aesgcm",
    children: [
      p.body(
        `aesgcm://upload.northquay.example:5281/file_share/${SLOT}/x.jpg#8c3d050e9386ec173861778f0eae4bbf`,
      ),
    ],
  },
  {
    id: "ox",
    children: [
      el("openpgp", { xmlns: "urn:xmpp:openpgp:0" }, "d2VzdCBzb3V0aC13ZXN0"),
      el("encryption", { xmlns: p.NS.encryption, namespace: "urn:xmpp:openpgp:0" }),
      p.body("This message is encrypted (OpenPGP for XMPP)."),
    ],
  },
  {
    id: "pgp-legacy",
    children: [
      el("x", { xmlns: "jabber:x:encrypted" }, "hQEMA"),
      p.body("This message is encrypted."),
    ],
  },
  {
    id: "otr",
    children: [
      p.body(
        "?OTRv23?\nleo@northquay.example has requested an Off-the-Record private conversation.",
      ),
    ],
  },
  {
    id: "xhtml",
    children: [
      p.body("*bold* hi"),
      el(
        "html",
        { xmlns: "http://jabber.org/protocol/xhtml-im" },
        el(
          "body",
          { xmlns: XHTML },
          el(
            "p",
            {},
            el("strong", {}, "bold"),
            " ",
            el("a", { href: "javascript:alert(1)" }, "x"),
            el("img", { src: "x", onerror: "alert(1)" }),
          ),
        ),
      ),
    ],
  },
  {
    id: "sticker",
    children: [
      p.body("👋"),
      el("sticker", { xmlns: "urn:xmpp:stickers:0", pack: "EpRv28DHHzFrE4zd+xaNpVb4" }),
    ],
  },
  { id: "geo", children: [p.body("geo:53.5413,9.9841;u=10")] },
  {
    id: "spoiler",
    children: [
      el("spoiler", { xmlns: "urn:xmpp:spoiler:0" }, "who broke the build"),
      p.body("It was me. Again."),
    ],
  },
  {
    id: "ephemeral",
    children: [
      p.body("This should be gone in a minute, says the sender"),
      el("ephemeral", { xmlns: "urn:xmpp:ephemeral:0", timer: 60 }),
    ],
  },
  { id: "charrefs", children: [p.body("cr\rlf\ntab\tnbsp end")] },
  { id: "cdata", children: [p.body("<b>cdata & co</b>")] },
  {
    id: "unknown-payload-store-hint",
    children: [el("foo", { xmlns: "urn:example:foo" }, "payload"), p.storeHint()],
  },
  {
    id: "form-store-hint",
    children: [
      el(
        "x",
        { xmlns: "jabber:x:data", type: "submit" },
        el("field", { var: "berth" }, el("value", {}, "7")),
      ),
      p.storeHint(),
    ],
  },
  {
    id: "meter-reading",
    children: [
      el("reading", { xmlns: "urn:example:meter:1", unit: "kWh" }, "48213"),
      p.storeHint(),
    ],
  },
];
