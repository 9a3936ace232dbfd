import http from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerWhole } from "./whole-answers.mjs";

const rows = JSON.stringify({ rows: Array.from({ length: 300 }, (_, n) => ({ n, kind: "text" })) });
const long = "0123456789abcdef".repeat(20_000);

/** @type {Record<string, (response: http.ServerResponse) => void>} */
const pages = {
  "/rows": (response) => {
    response.setHeader("content-type", "application/json");
    response.flushHeaders();
    response.write(rows.slice(0, 1_000));
    response.write(Buffer.from(rows.slice(1_000)), () => response.end());
  },
  "/small": (response) => {
    response.setHeader("content-type", "application/json");
    response.end('{"ok":true}');
  },
  "/refused": (response) => {
    response.statusCode = 403;
    response.setHeader("content-type", "application/problem+json");
    response.end(rows);
  },
  "/image": (response) => {
    response.setHeader("content-type", "image/png");
    response.end(rows);
  },
  "/long": (response) => {
    response.setHeader("content-type", "text/csv");
    const piece = () => {
      for (let n = 0; n < 20; n += 1) if (!response.write(long)) break;
      setImmediate(() => response.end("end"));
    };
    piece();
  },
  "/nothing": (response) => {
    response.statusCode = 204;
    response.end();
  },
  "/written-head": (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(rows);
  },
};

const server = http.createServer((request, response) => {
  answerWhole(request, response);
  pages[request.url ?? ""]?.(response);
});
let port = 0;
beforeAll(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
});
afterAll(() => void server.close());

/**
 * As it comes over the wire, nothing unpacked.
 * @param {string} path @param {string} [encoding] @param {string} [method]
 * @returns {Promise<{ status?: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
const get = (path, encoding, method = "GET") =>
  new Promise((resolve, reject) => {
    const headers = encoding === undefined ? {} : { "accept-encoding": encoding };
    const asked = http.request({ port, path, method, headers, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on("error", reject).end();
  });

describe("an answer", () => {
  test.each(["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8"])(
    "leaves whole and packed for who takes %s",
    async (encoding) => {
      const { headers, body } = await get("/rows", encoding);
      expect(headers["content-encoding"]).toBe("gzip");
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers["transfer-encoding"]).toBeUndefined();
      expect(headers.vary).toBe("accept-encoding");
      expect(gunzipSync(body).toString()).toBe(rows);
    },
  );

  test.each([undefined, "br", "identity", "gzip;q=0", "br, gzip; q=0.0"])(
    "leaves whole as it is for %s",
    async (encoding) => {
      const { headers, body } = await get("/rows", encoding);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["content-length"]).toBe(String(rows.length));
      expect(headers.vary).toBe("accept-encoding");
      expect(body.toString()).toBe(rows);
    },
  );

  test("that is small, no text, or has its head written already is not packed", async () => {
    expect((await get("/small", "gzip")).body.toString()).toBe('{"ok":true}');
    expect((await get("/image", "gzip")).headers["content-encoding"]).toBeUndefined();
    expect((await get("/written-head", "gzip")).body.toString()).toBe(rows);
  });

  test("that is a refusal is packed as well", async () => {
    const { status, body } = await get("/refused", "gzip");
    expect(status).toBe(403);
    expect(gunzipSync(body).toString()).toBe(rows);
  });

  test("without a body has none", async () => {
    const { status, headers, body } = await get("/nothing", "gzip");
    expect([status, headers["content-length"], body.length]).toEqual([204, undefined, 0]);
    const head = await get("/rows", "gzip", "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  test("that is long leaves in pieces, complete", async () => {
    const { headers, body } = await get("/long", "gzip");
    expect(headers["transfer-encoding"]).toBe("chunked");
    expect(body.length % long.length).toBe("end".length);
    expect(body.length).toBeGreaterThan(long.length);
    expect(body.subarray(-3).toString()).toBe("end");
  });
});
