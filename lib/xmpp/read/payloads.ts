import { childElements, type Element } from "../element";
import { NS } from "../namespaces";

const LIMIT = 50;

/** Namespaces whose elements are read somewhere, or say nothing that an operator would look for. */
const READ: ReadonlySet<string> = new Set([
  NS.client,
  NS.chatStates,
  NS.hints,
  NS.stanzaId,
  NS.occupantId,
  NS.mucUser,
  NS.directInvite,
  NS.correction,
  NS.retract0,
  NS.retract1,
  NS.moderate0,
  NS.moderate1,
  NS.reactions,
  NS.reply,
  NS.fallback,
  NS.receipts,
  NS.markers,
  NS.oob,
  NS.fileSharing,
  NS.reference,
  NS.encryption,
  NS.omemo0,
  NS.omemo1,
  NS.omemo2,
  NS.openPgp,
  NS.legacyPgp,
  NS.jingleMessage,
  NS.xhtmlIm,
  NS.delay,
  NS.legacyDelay,
  NS.spoiler,
  NS.sticker,
  NS.geoloc,
  NS.ephemeral,
]);

const CLIENT_NAMES: ReadonlySet<string> = new Set(["body", "subject", "thread", "error"]);

/** Payloads without a word of their own, as `{namespace}name`, each once, at most 50. */
export function readPayloads(message: Element): string[] {
  const names = new Set<string>();
  for (const it of childElements(message)) {
    if (names.size >= LIMIT) break;
    if (!isRead(it)) names.add(`{${it.xmlns}}${it.name}`);
  }
  return [...names];
}

function isRead(element: Element): boolean {
  if (element.xmlns === NS.client) return CLIENT_NAMES.has(element.name);
  // The envelope of XEP-0422 carries more than retractions and moderation.
  if (element.xmlns === NS.fasten) return childElements(element).some((it) => READ.has(it.xmlns));
  return READ.has(element.xmlns);
}
