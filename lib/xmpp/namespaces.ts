/** Namespaces of the extensions that an archive holds, named by what they are for. */
export const NS = {
  client: "jabber:client",
  stanzaErrors: "urn:ietf:params:xml:ns:xmpp-stanzas",
  chatStates: "http://jabber.org/protocol/chatstates",
  /** XEP-0334 */
  hints: "urn:xmpp:hints",
  /** XEP-0359 */
  stanzaId: "urn:xmpp:sid:0",
  /** XEP-0421 */
  occupantId: "urn:xmpp:occupant-id:0",
  mucUser: "http://jabber.org/protocol/muc#user",
  /** XEP-0249 */
  directInvite: "jabber:x:conference",
  /** XEP-0308 */
  correction: "urn:xmpp:message-correct:0",
  /** XEP-0422, the envelope of the older retraction and moderation */
  fasten: "urn:xmpp:fasten:0",
  /** XEP-0424 */
  retract0: "urn:xmpp:message-retract:0",
  retract1: "urn:xmpp:message-retract:1",
  /** XEP-0425 */
  moderate0: "urn:xmpp:message-moderate:0",
  moderate1: "urn:xmpp:message-moderate:1",
  /** XEP-0444 */
  reactions: "urn:xmpp:reactions:0",
  /** XEP-0461 */
  reply: "urn:xmpp:reply:0",
  /** XEP-0428 */
  fallback: "urn:xmpp:fallback:0",
  /** XEP-0184 */
  receipts: "urn:xmpp:receipts",
  /** XEP-0333 */
  markers: "urn:xmpp:chat-markers:0",
  /** XEP-0066 */
  oob: "jabber:x:oob",
  /** XEP-0447, 0446, 0103 */
  fileSharing: "urn:xmpp:sfs:0",
  fileMetadata: "urn:xmpp:file:metadata:0",
  urlData: "http://jabber.org/protocol/url-data",
  /** XEP-0448 */
  encryptedFile: "urn:xmpp:esfs:0",
  /** XEP-0385 over 0372 */
  reference: "urn:xmpp:reference:0",
  mediaSharing: "urn:xmpp:sims:1",
  jingleFile: "urn:xmpp:jingle:apps:file-transfer:5",
  /** XEP-0380 */
  encryption: "urn:xmpp:eme:0",
  /** XEP-0384 before and since version 0.4 */
  omemo0: "eu.siacs.conversations.axolotl",
  omemo1: "urn:xmpp:omemo:1",
  omemo2: "urn:xmpp:omemo:2",
  /** XEP-0373 */
  openPgp: "urn:xmpp:openpgp:0",
  /** XEP-0027 */
  legacyPgp: "jabber:x:encrypted",
  otr: "urn:xmpp:otr:0",
  /** XEP-0353, 0167 */
  jingleMessage: "urn:xmpp:jingle-message:0",
  jingleRtp: "urn:xmpp:jingle:apps:rtp:1",
  xhtmlIm: "http://jabber.org/protocol/xhtml-im",
  /** XEP-0203 and its predecessor 0091 */
  delay: "urn:xmpp:delay",
  legacyDelay: "jabber:x:delay",
  /** XEP-0382 */
  spoiler: "urn:xmpp:spoiler:0",
  /** XEP-0449 */
  sticker: "urn:xmpp:stickers:0",
  /** XEP-0080 */
  geoloc: "http://jabber.org/protocol/geoloc",
  /** XEP-0466 */
  ephemeral: "urn:xmpp:ephemeral:0",
} as const;
