import crypto from "node:crypto";
import net from "node:net";

/** @typedef {import("node:http").IncomingHttpHeaders} Headers */

/** Next asks itself over HTTP when an action redirects; those requests keep what the first one proved. */
const INTERNAL = "x-muniment-internal";
const internalToken = crypto.randomBytes(24).toString("base64url");

const CLAIMS = /^(x-forwarded-.*|x-real-ip|forwarded|x-muniment-.*)$/;

/**
 * Replaces what a client may claim about itself by what this process knows. Changes `headers`.
 * @param {Headers} headers
 * @param {{ socketAddress: string | undefined, trustedProxies: number, publicUrl: URL, isPublicUrlGiven: boolean }} known
 */
export function replaceClaims(
  headers,
  { socketAddress, trustedProxies, publicUrl, isPublicUrlGiven },
) {
  if (headers[INTERNAL] === internalToken) return;
  const address = clientAddress(headers["x-forwarded-for"], socketAddress, trustedProxies);
  for (const name of Object.keys(headers)) if (CLAIMS.test(name)) delete headers[name];
  headers["x-muniment-address"] = address;
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = publicUrl.protocol.slice(0, -1);
  headers["x-forwarded-host"] = forwardedHost(headers, publicUrl, isPublicUrlGiven);
  headers[INTERNAL] = internalToken;
}

/**
 * Next compares the Origin of a server action with this. A proxy may have changed Host, so the
 * public name counts, unless the browser shows that it came here directly.
 * @param {Headers} headers
 * @param {URL} publicUrl
 * @param {boolean} isPublicUrlGiven
 */
function forwardedHost({ origin, host }, publicUrl, isPublicUrlGiven) {
  if (!host) return publicUrl.host;
  if (origin === undefined) return isPublicUrlGiven ? publicUrl.host : host;
  return URL.canParse(origin) && new URL(origin).host === host ? host : publicUrl.host;
}

/**
 * The n-th entry from the right is the one that the outermost of n proxies wrote; everything to
 * the left of it is the client's own claim.
 * @param {string | string[] | undefined} forwardedFor
 * @param {string | undefined} socketAddress
 * @param {number} trustedProxies
 */
export function clientAddress(forwardedFor, socketAddress, trustedProxies) {
  const own = plain(socketAddress) ?? "unknown";
  if (trustedProxies === 0) return own;
  return (
    plain(
      String(forwardedFor ?? "")
        .split(",")
        .at(-trustedProxies),
    ) ?? own
  );
}

/** @param {string | undefined} address */
function plain(address) {
  const text = (address ?? "").trim().replace(/^::ffff:(?=\d+\.)/i, "");
  return net.isIP(text) ? text.toLowerCase() : null;
}
