import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const request = (method: string, headers: Record<string, string>) =>
  new Request("http://127.0.0.1:3000/api/x", { method, headers });
const host = "muniment.example.org";

test.each([
  ["GET", { host, origin: "https://evil.example" }, true],
  ["POST", { host, "sec-fetch-site": "same-origin" }, true],
  ["POST", { host, "sec-fetch-site": "none" }, true],
  ["POST", { host, "sec-fetch-site": "cross-site" }, false],
  ["POST", { host, "sec-fetch-site": "same-site", origin: `https://${host}` }, false],
  ["POST", { host, origin: `https://${host}` }, true],
  ["DELETE", { host, origin: "https://evil.example" }, false],
  ["POST", { host, origin: "null" }, false],
  ["POST", { host }, true],
  ["POST", { host: "inner:3000", "x-forwarded-host": host, origin: `https://${host}` }, true],
] as const)("%s with %o: %s", (method, headers, allowed) => {
  expect(isSameOrigin(request(method, headers as Record<string, string>))).toBe(allowed);
});
