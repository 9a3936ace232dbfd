// Types are not checked here: @xmpp/client ships none.
import { client, xml } from "@xmpp/client";
import { HOST } from "./server.mjs";

export { xml };

/**
 * A signed-in XMPP client. SCRAM-SHA-1 without TLS; with TLS the process needs NODE_EXTRA_CA_CERTS.
 * @param {{ port: number, user: string, password: string, resource: string }} options
 */
export async function connect({ port, user, password, resource }) {
  const xmpp = client({
    service: `xmpp://127.0.0.1:${port}`,
    domain: HOST,
    username: user,
    password,
    resource,
  });
  xmpp.reconnect.stop();
  xmpp.on("error", () => {});
  await xmpp.start();
  await xmpp.send(xml("presence"));
  return xmpp;
}

/** @param {import("@xmpp/client").Client} xmpp @param {string} to @param {string} id @param {string} body */
export async function sendText(xmpp, to, id, body) {
  await xmpp.send(
    xml(
      "message",
      { to, type: "chat", id },
      xml("body", {}, body),
      xml("origin-id", { xmlns: "urn:xmpp:sid:0", id }),
      xml("request", { xmlns: "urn:xmpp:receipts" }),
    ),
  );
}

/** An answered ping: the server has worked through all that this client sent before. */
export async function drain(/** @type {any} */ xmpp) {
  await xmpp.iqCaller.request(
    xml("iq", { type: "get", to: HOST }, xml("ping", { xmlns: "urn:xmpp:ping" })),
    10_000,
  );
}

/** @returns {Promise<void>} resolves when the room has let us in */
export async function join(
  /** @type {any} */ xmpp,
  /** @type {string} */ room,
  /** @type {string} */ nick,
) {
  // Listening before asking: several stanzas may arrive in one breath.
  const entered = new Promise((done) => {
    const listen = (stanza) => {
      if (!stanza.is("presence") || stanza.attrs.from !== `${room}/${nick}`) return;
      xmpp.off("stanza", listen);
      done();
    };
    xmpp.on("stanza", listen);
  });
  const muc = xml("x", { xmlns: "http://jabber.org/protocol/muc" });
  await xmpp.send(xml("presence", { to: `${room}/${nick}` }, muc));
  await entered;
  // A new room is locked until its owner configures it (XEP-0045 §10.1.3); only a persistent one is saved.
  const field = (name, value) => xml("field", { var: name }, xml("value", {}, value));
  const form = xml(
    "x",
    { xmlns: "jabber:x:data", type: "submit" },
    field("FORM_TYPE", "http://jabber.org/protocol/muc#roomconfig"),
    field("muc#roomconfig_persistentroom", "1"),
  );
  const query = xml("query", { xmlns: "http://jabber.org/protocol/muc#owner" }, form);
  await xmpp.iqCaller.request(xml("iq", { type: "set", to: room }, query), 10_000);
}

/**
 * One MAM query of one's own archive, by hand (XEP-0313).
 * @returns {Promise<string[]>} the bodies, oldest first
 */
export async function queryArchive(/** @type {any} */ xmpp) {
  /** @type {string[]} */
  const bodies = [];
  const collect = (/** @type {any} */ stanza) => {
    const message = stanza
      .getChild("result", "urn:xmpp:mam:2")
      ?.getChild("forwarded")
      ?.getChild("message");
    const body = message?.getChildText("body");
    if (body) bodies.push(body);
  };
  xmpp.on("stanza", collect);
  await xmpp.iqCaller.request(
    xml("iq", { type: "set" }, xml("query", { xmlns: "urn:xmpp:mam:2", queryid: "q" })),
    15_000,
  );
  xmpp.off("stanza", collect);
  return bodies;
}
