import crypto from "node:crypto";
import path from "node:path";
import { runNode } from "../lib/children.mjs";
import { freePort } from "../lib/ports.mjs";
import { sleep } from "../lib/processes.mjs";
import { forgetConfiguration } from "../lib/test-steps.mjs";

/** A first start may have to build. */
const PATIENCE_MS = 10 * 60_000;

/** @typedef {{ url: string, password: string }} Instance password: of every operator of the demo */

/**
 * Starts Muniment with the demo archive in `folder`, and waits until the whole archive is indexed.
 * Whoever calls ends it with stopChildren().
 * @param {string} folder
 * @returns {Promise<Instance>}
 */
export async function startInstance(folder) {
  forgetConfiguration();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const password = crypto.randomBytes(18).toString("base64url");
  const env = {
    PORT: String(port),
    MUNIMENT_DATA: path.join(folder, "data"),
    MUNIMENT_DEMO: "1",
    MUNIMENT_PASSWORD: password,
  };
  const { down, collected } = runNode(["scripts/start.mjs"], { env, output: "collect" });
  const gone = down.then((reason) => {
    throw new Error(`Muniment ${reason || "ended"}.\n${collected()}`);
  });
  // Whoever stops it later is not asking why it ended.
  gone.catch(() => {});
  await Promise.race([gone, isIndexed(url)]);
  return { url, password };
}

/** @param {string} url */
async function isIndexed(url) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const health = await fetch(`${url}/api/health`)
      .then((response) => response.json())
      .catch(() => null);
    if (
      health?.status === "ok" &&
      health.indexer?.state === "ready" &&
      health.indexer.lagRows === 0
    )
      return;
    await sleep(250);
  }
  throw new Error(`Muniment was not ready within ${PATIENCE_MS / 60_000} minutes.`);
}
