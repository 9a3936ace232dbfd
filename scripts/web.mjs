#!/usr/bin/env node
// The web process: Next behind a server of our own, which alone says who a client is.
import "./lib/node-version.mjs";
import http from "node:http";
import process from "node:process";
import { readEnvironment } from "./lib/environment.mjs";
import { root } from "./lib/root.mjs";
import { SECURITY_HEADERS } from "./lib/security-headers.mjs";
import { replaceClaims } from "./lib/web-headers.mjs";
import { answerWhole } from "./lib/whole-answers.mjs";

/** Open answers get this long at a stop; start.mjs needs the rest of its five seconds for the others. */
const GRACE_MS = 1_200;

process.chdir(root);
const dev = process.argv.includes("--dev");
// Next decides by NODE_ENV which React it loads; the type calls it read-only.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });

const env = await readEnvironment();
const publicUrl = new URL(env.url);
const startToken = process.env.MUNIMENT_START_TOKEN;
const local = ["0.0.0.0", "::"].includes(env.host) ? "127.0.0.1" : env.host;
// Where Next asks itself: never over the public address, which may be https.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${local.includes(":") ? `[${local}]` : local}:${env.port}`;

const { default: next } = await import("next");
const { default: compression } = await import("compression");
const server = http.createServer();
const app = next({
  dev,
  dir: root,
  hostname: local,
  port: env.port,
  httpServer: server,
  quiet: !dev,
});
await app.prepare();
const handle = app.getRequestHandler();
const pack = compression();

server.on("request", (request, response) => {
  const token = request.headers["x-muniment-start"];
  replaceClaims(request.headers, {
    socketAddress: request.socket.remoteAddress,
    trustedProxies: env.trustedProxies,
    publicUrl,
    isPublicUrlGiven: env.hasPublicUrl,
  });
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  // Lets start.mjs tell its own server from an older one on the same port.
  if (startToken && token === startToken) response.setHeader("x-muniment-start", startToken);
  const answer = () =>
    handle(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  if (request.url?.startsWith("/api/")) {
    answerWhole(request, response);
    void answer();
  } else pack(/** @type {any} */ (request), /** @type {any} */ (response), answer);
});

server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `Port ${env.port} is in use by another program.` : error.message);
  process.exit(1);
});

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.once(signal, stop);

server.listen(env.port, env.host);
