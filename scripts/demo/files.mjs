/** Shared files: the slot at the upload host, then the message with the link. */
import { UPLOAD_HOST } from "./hosts.mjs";
import { body, fileSharing, outOfBand } from "./payloads.mjs";
import { clientOf, deviceOf } from "./world.mjs";

/** Clients that describe a file within the same message; the others send a second one. */
const DESCRIBES = new Set(["gajim", "dino"]);

/**
 * @param {import("./chat.mjs").Chat} chat
 * @param {import("./conversation.mjs").Conversation} conversation
 * @param {import("./world.mjs").Person} from
 * @param {number} at
 * @param {{ name: string, size: number, type: string, caption?: string }} file
 */
export function sendFile(chat, conversation, from, at, { name, size, type, caption }) {
  const slot = chat.random.uuid();
  const url = `https://${UPLOAD_HOST}:5281/file_share/${slot}/${encodeURIComponent(name)}`;
  chat.log.upload(from, at - 2, { slot, name, size, type });
  const client = clientOf(deviceOf(from, at));
  const desc = caption && DESCRIBES.has(client) ? caption : undefined;
  const children = [body(url), outOfBand(url, desc)];
  if (client === "dino" || client === "monal" || chat.random.chance(0.3)) {
    const hash = chat.random.base64(32);
    children.push(fileSharing({ url, name, size, type, hash, desc }));
  }
  const ref = chat.say(conversation, from, at, name, { children });
  if (caption && !desc) chat.say(conversation, from, at + 6, caption, { counted: false });
  return ref;
}

/** `1.4M` in bytes. @param {string} text */
export function parseSize(text) {
  const match = /^([\d.]+)\s*([kKMGB]?)B?$/.exec(text);
  if (!match) throw new Error(`demo: no size: ${text}`);
  const unit = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, B: 1, "": 1 }[match[2] ?? ""] ?? 1;
  return Math.round(Number(match[1]) * unit) + Number(match[1].length) * 37;
}
