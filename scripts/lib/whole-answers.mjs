import { gzipSync } from "node:zlib";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** Longer answers leave in pieces, as they come. */
const MOST_BYTES = 262_144;
/** Shorter ones are one packet anyway. */
const WORTH_PACKING_BYTES = 2_048;
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;
const PACKS_WELL = /^(application\/(problem\+)?json|text\/)/;

/**
 * Lets an answer leave as a whole: its headers, its length and its body in one write, packed at once.
 * Headers, pieces and end one by one are three writes, and a stream that packs is a thread to wait for;
 * together they cost more than most pages of the archive need for their rows.
 * @param {Request} request @param {Response} response
 */
export function answerWhole(request, response) {
  const { write, end, flushHeaders } = response;
  /** @type {Buffer[]} */
  const held = [];
  let size = 0;
  let whole = true;

  const release = () => {
    whole = false;
    Object.assign(response, { write, end, flushHeaders });
  };
  response.flushHeaders = () => {};
  Object.assign(response, {
    /** @param {any} chunk @param {any} [encoding] @param {any} [done] */
    write(chunk, encoding, done) {
      const piece = Buffer.from(chunk, typeof encoding === "string" ? encoding : undefined);
      held.push(piece);
      size += piece.length;
      const after = typeof encoding === "function" ? encoding : done;
      if (size <= MOST_BYTES) {
        if (after) process.nextTick(after);
        return true;
      }
      release();
      return write.call(response, Buffer.concat(held), after);
    },
    /** @param {any} [chunk] @param {any} [encoding] @param {any} [done] */
    end(chunk, encoding, done) {
      const after = [chunk, encoding, done].find((it) => typeof it === "function");
      if (chunk && typeof chunk !== "function") response.write(chunk, encoding);
      if (!whole) return end.call(response, after);
      release();
      const body = pack(request, response, Buffer.concat(held));
      if (!response.headersSent && body.length > 0)
        response.setHeader("content-length", body.length);
      return body.length > 0 ? end.call(response, body, after) : end.call(response, after);
    },
  });
}

/** @param {Request} request @param {Response} response @param {Buffer} body */
function pack(request, response, body) {
  const fits =
    !response.headersSent &&
    body.length >= WORTH_PACKING_BYTES &&
    !response.hasHeader("content-encoding") &&
    PACKS_WELL.test(String(response.getHeader("content-type") ?? ""));
  if (!fits) return body;
  response.appendHeader("vary", "accept-encoding");
  if (!TAKES_GZIP.test(request.headers["accept-encoding"]?.toString() ?? "")) return body;
  response.setHeader("content-encoding", "gzip");
  return gzipSync(body, { level: 1 });
}
