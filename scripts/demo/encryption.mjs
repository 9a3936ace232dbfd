/** Encrypted messages as clients send them. The ciphertext is chance; the forms are real. */
import { body, NS, storeHint } from "./payloads.mjs";
import { el } from "./xml.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {"axolotl" | "axolotl-silent" | "omemo2" | "openpgp" | "key-transport"} Scheme */

const AXOLOTL = "eu.siacs.conversations.axolotl";
const OMEMO2 = "urn:xmpp:omemo:2";

/** Bodies that tell a client without OMEMO what it misses, by client. */
const FALLBACKS = /** @type {Record<string, string>} */ ({
  conversations:
    "I sent you an OMEMO encrypted message but your client doesn’t seem to support that. Find more information on https://conversations.im/omemo",
  gajim: "You received a message encrypted with OMEMO but your client doesn't support OMEMO.",
  dino: "[This message is OMEMO encrypted]",
  monal: "[This message is OMEMO encrypted]",
  movim: "This is an OMEMO encrypted message which your client doesn’t seem to support.",
  profanity: "You received a message encrypted with OMEMO but your client doesn't support OMEMO.",
});

/** @param {string} namespace */
function eme(namespace) {
  const name = namespace === "urn:xmpp:openpgp:0" ? "OpenPGP for XMPP" : "OMEMO";
  return el("encryption", { xmlns: NS.encryption, namespace, name });
}

/** @param {Random} random @param {number} devices @param {boolean} payload */
function axolotl(random, devices, payload) {
  const keys = Array.from({ length: devices }, (_, i) =>
    el(
      "key",
      { rid: random.int(1e8, 2e9), prekey: i === 0 && random.chance(0.08) ? "true" : null },
      random.base64(48),
    ),
  );
  const header = el(
    "header",
    { sid: random.int(1e8, 2e9) },
    ...keys,
    el("iv", {}, random.base64(12)),
  );
  return el(
    "encrypted",
    { xmlns: AXOLOTL },
    header,
    payload && el("payload", {}, random.base64(random.int(14, 180))),
  );
}

/** @param {Random} random @param {string} peer @param {number} devices */
function omemo2(random, peer, devices) {
  const keys = Array.from({ length: devices }, () =>
    el("key", { rid: random.int(1e8, 2e9) }, random.base64(60)),
  );
  const header = el("header", { sid: random.int(1e8, 2e9) }, el("keys", { jid: peer }, ...keys));
  return el(
    "encrypted",
    { xmlns: OMEMO2 },
    header,
    el("payload", {}, random.base64(random.int(48, 260))),
  );
}

/**
 * @param {Random} random
 * @param {{ scheme: Scheme, client: string, peer: string, devices: number }} what
 */
export function encrypted(random, { scheme, client, peer, devices }) {
  switch (scheme) {
    case "axolotl":
      return [
        axolotl(random, devices, true),
        eme(AXOLOTL),
        body(FALLBACKS[client] ?? "[This message is OMEMO encrypted]"),
        storeHint(),
      ];
    case "axolotl-silent":
      return [axolotl(random, devices, true), eme(AXOLOTL), storeHint()];
    case "key-transport":
      return [axolotl(random, devices, false), storeHint()];
    case "omemo2":
      return [omemo2(random, peer, devices), eme(OMEMO2), storeHint()];
    case "openpgp":
      return [
        el("openpgp", { xmlns: "urn:xmpp:openpgp:0" }, random.base64(random.int(300, 700))),
        eme("urn:xmpp:openpgp:0"),
        body("This message is encrypted (OpenPGP for XMPP)."),
      ];
  }
}
