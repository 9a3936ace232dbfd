import { expect, test } from "vitest";
import { clientAddress, replaceClaims } from "./web-headers.mjs";

const local = {
  ...{ socketAddress: "192.0.2.1", trustedProxies: 0, isPublicUrlGiven: false },
  publicUrl: new URL("http://127.0.0.1:3000"),
};
const behindProxy = {
  ...{ socketAddress: "10.0.0.1", trustedProxies: 1, isPublicUrlGiven: true },
  publicUrl: new URL("https://muniment.example.org"),
};

test("nothing that a client claims about its address survives", () => {
  /** @type {Record<string, string>} */
  const headers = {
    ...{
      host: "127.0.0.1:3000",
      cookie: "a=b",
      "x-forwarded-for": "203.0.113.9",
      "x-real-ip": "203.0.113.9",
    },
    ...{
      "x-muniment-address": "203.0.113.9",
      forwarded: "for=203.0.113.9",
      "x-forwarded-port": "1",
    },
    ...{
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-muniment-internal": "guessed",
    },
  };
  replaceClaims(headers, local);
  const { "x-muniment-internal": internal, ...rest } = headers;
  expect(internal).not.toBe("guessed");
  expect(rest).toEqual({
    ...{
      host: "127.0.0.1:3000",
      cookie: "a=b",
      "x-muniment-address": "192.0.2.1",
      "x-forwarded-for": "192.0.2.1",
    },
    ...{ "x-forwarded-host": "127.0.0.1:3000", "x-forwarded-proto": "http" },
  });
});

test("a request that Next makes to itself keeps the address of the one it serves", () => {
  /** @type {Record<string, string>} */
  const first = { host: "127.0.0.1:3000" };
  replaceClaims(first, local);
  const second = { ...first };
  replaceClaims(second, { ...local, socketAddress: "127.0.0.1" });
  expect(second["x-muniment-address"]).toBe("192.0.2.1");
});

test.each([
  [0, "203.0.113.9", "192.0.2.1"],
  [1, "203.0.113.9", "203.0.113.9"],
  [1, "forged, 203.0.113.9", "203.0.113.9"],
  [2, "198.51.100.2, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  [2, "203.0.113.9", "192.0.2.1"],
  [1, undefined, "192.0.2.1"],
  [1, "<script>", "192.0.2.1"],
  [1, "2001:DB8::1", "2001:db8::1"],
  [1, "::ffff:203.0.113.9", "203.0.113.9"],
])(
  "with %i trusted proxies and X-Forwarded-For %j the client is %s",
  (proxies, header, address) => {
    expect(clientAddress(header, "::ffff:192.0.2.1", proxies)).toBe(address);
  },
);

test.each([
  [
    "the public name behind a proxy that kept Host",
    "muniment.example.org",
    "https://muniment.example.org",
    "muniment.example.org",
  ],
  [
    "the public name behind a proxy that changed Host",
    "127.0.0.1:3000",
    "https://muniment.example.org",
    "muniment.example.org",
  ],
  [
    "the own name of a browser on the same machine",
    "127.0.0.1:3000",
    "http://127.0.0.1:3000",
    "127.0.0.1:3000",
  ],
  [
    "not the name of a stranger's page",
    "127.0.0.1:3000",
    "https://evil.example",
    "muniment.example.org",
  ],
  ["not what is no address at all", "127.0.0.1:3000", "null", "muniment.example.org"],
])("server actions are compared with %s", (_, host, origin, expected) => {
  /** @type {Record<string, string>} */
  const headers = { host, origin };
  replaceClaims(headers, behindProxy);
  expect(headers["x-forwarded-host"]).toBe(expected);
  expect(headers["x-forwarded-proto"]).toBe("https");
});
