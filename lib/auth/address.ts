import { isIPv4, isIPv6 } from "node:net";

/**
 * Set by scripts/web.mjs from the socket (or from trusted proxies), which deletes whatever the client
 * sent under this name. The only header from which an address is ever taken.
 */
export const ADDRESS_HEADER = "x-muniment-address";

/** The client's address as it is stored and shown; `unknown` when the web process did not say. */
export function clientAddress(header: string | null | undefined): string {
  const address = header?.trim().replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  return isIPv4(address) || isIPv6(address) ? address.toLowerCase() : "unknown";
}

/** What is slowed down as one: an IPv4 address, or the /64 an IPv6 client may choose from freely. */
export function addressBucket(address: string): string {
  if (!isIPv6(address)) return address;
  const [left = "", right] = address.split("%")[0]!.split("::");
  const head = left === "" ? [] : left.split(":");
  const tail = right ? right.split(":") : [];
  const zeros =
    right === undefined ? [] : Array(Math.max(0, 8 - head.length - tail.length)).fill("0");
  const groups = [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
