/** A rough look into stanzas that this generator wrote itself; everything else reads with lib/xmpp. */

const SIGNS = /** @type {[string, RegExp][]} */ ([
  ["other", /^(?!<)/],
  ["error", / type='error'/],
  ["moderation", /urn:xmpp:message-moderate/],
  ["retraction", /<retract [^>]*message-retract/],
  ["correction", /message-correct/],
  ["reaction", /<reactions/],
  ["receipt", /<received [^>]*urn:xmpp:receipts/],
  ["marker", /<displayed /],
  ["encrypted", /<(encrypted|openpgp) |jabber:x:encrypted/],
  ["call", /jingle-message/],
  ["invite", /jabber:x:conference/],
  ["file", /jabber:x:oob|aesgcm:/],
  ["text", /<body/],
  ["subject", /<subject/],
]);

/** @param {string} value */
export function kindOf(value) {
  return SIGNS.find(([, sign]) => sign.test(value))?.[0] ?? "payload";
}

const ENTITIES = /** @type {Record<string, string>} */ ({
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  quot: '"',
});

/** @param {string} value @returns {string | null} */
export function textOf(value) {
  const match = /<body(?: [^>]*)?>([^<]*)<\/body>/.exec(value);
  return match
    ? (match[1] ?? "").replace(/&(amp|lt|gt|apos|quot);/g, (_, name) => ENTITIES[name] ?? "")
    : null;
}
