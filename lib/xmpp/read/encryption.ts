import { attr, child, childElements, type Element, textOf } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

type Encryption = NonNullable<StanzaFacts["encryption"]>;

const NAMES: Record<string, string> = {
  [NS.omemo0]: "OMEMO",
  [NS.omemo1]: "OMEMO",
  [NS.omemo2]: "OMEMO 2",
  [NS.openPgp]: "OpenPGP for XMPP",
  [NS.legacyPgp]: "Legacy OpenPGP",
  [NS.otr]: "OTR",
};

/** What encrypted the message, by its payload; XEP-0380's note alone is believed, too. */
export function readEncryption(message: Element, body: string | null): Encryption | null {
  return readOmemo(message) ?? readOpenPgp(message) ?? readOtr(body) ?? readNote(message);
}

function readOmemo(message: Element): Encryption | null {
  for (const namespace of [NS.omemo0, NS.omemo2, NS.omemo1]) {
    const encrypted = child(message, "encrypted", namespace);
    if (!encrypted) continue;
    const payload = child(encrypted, "payload", namespace);
    return known(namespace, {
      devices: countKeys(child(encrypted, "header", namespace)),
      payloadBytes: payload && base64Bytes(textOf(payload)),
      keyTransport: payload === null,
    });
  }
  return null;
}

/** axolotl has the keys in the header, omemo:2 groups them by JID. */
function countKeys(header: Element | null): number {
  if (!header) return 0;
  return childElements(header).reduce((count, it) => {
    if (it.name === "key") return count + 1;
    return it.name === "keys" ? count + countKeys(it) : count;
  }, 0);
}

function readOpenPgp(message: Element): Encryption | null {
  const ox = child(message, "openpgp", NS.openPgp);
  if (ox) return known(NS.openPgp, { payloadBytes: base64Bytes(textOf(ox)) });
  const legacy = child(message, "x", NS.legacyPgp);
  return legacy && known(NS.legacyPgp, { payloadBytes: base64Bytes(textOf(legacy)) });
}

/** The OTR of the wire is in the body: `?OTR:` and base64, `?OTRv23?` asks for a session. */
function readOtr(body: string | null): Encryption | null {
  const match = body && /^\?OTR(?::([A-Za-z0-9+/=]+)\.?|[|,]|\??v[\dx]*\?|\?| Error:)/.exec(body);
  if (!match) return null;
  const data = match[1];
  // "AAID", "AAMD": protocol 2 or 3 and message type 3, data. All others only agree on keys.
  const carriesText = data === undefined ? /^\?OTR[|,]/.test(body) : /^AA[IM]D/.test(data);
  return known(NS.otr, {
    payloadBytes: data === undefined ? null : base64Bytes(data),
    keyTransport: !carriesText,
  });
}

function readNote(message: Element): Encryption | null {
  const note = child(message, "encryption", NS.encryption);
  const namespace = attr(note, "namespace");
  if (!note || !namespace) return null;
  return { ...known(namespace, {}), name: NAMES[namespace] ?? attr(note, "name") ?? namespace };
}

function known(namespace: string, found: Partial<Encryption>): Encryption {
  const name = NAMES[namespace] ?? namespace;
  return { namespace, name, devices: 0, payloadBytes: null, keyTransport: false, ...found };
}

/** Size of what base64 stands for, without decoding it. */
export function base64Bytes(text: string): number {
  const characters = text.replace(/[\s=]+/g, "").length;
  return Math.floor((characters * 3) / 4);
}
