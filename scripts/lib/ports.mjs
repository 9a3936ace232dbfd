import net from "node:net";

/**
 * @param {number} port 0: any free one
 * @param {string} [host]
 * @returns {Promise<number | null>} the port, or null when it is taken
 */
export function tryPort(port, host = "127.0.0.1") {
  return new Promise((done, fail) => {
    const server = net.createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") done(null);
      else fail(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => done(address.port));
    });
  });
}

/** @returns {Promise<number>} */
export async function freePort() {
  const port = await tryPort(0);
  if (port === null) throw new Error("no free port on 127.0.0.1");
  return port;
}

/**
 * A port to keep: below the range from which systems take ports for outgoing connections, and
 * not the same for every installation, so that two of them on one machine rarely collide.
 * @returns {Promise<number>}
 */
export async function chooseLastingPort() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await tryPort(15_432 + Math.floor(Math.random() * 5_000));
    if (port !== null) return port;
  }
  return freePort();
}
