import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 30_000;

/**
 * Resolves when our own web process says that all is well. An older server on the port does not
 * know the token.
 * @param {{ address: string, token: string, stopping: AbortSignal, onSlow: (problem: string) => void }} options
 *   onSlow: called once when it takes longer than usual
 */
export async function becomesReady({ address, token, stopping, onSlow }) {
  const begin = Date.now();
  let told = false;
  while (!stopping.aborted) {
    const problem = await askHealth(address, token);
    if (problem === null) return;
    if (!told && Date.now() - begin > PATIENCE_MS) {
      told = true;
      onSlow(problem);
    }
    await sleep(told ? 1_000 : 60);
  }
}

/** @param {string} address @param {string} token */
async function askHealth(address, token) {
  try {
    const headers = { "x-muniment-start": token, connection: "close" };
    const signal = AbortSignal.timeout(5_000);
    const response = await fetch(`${address}/api/health`, { headers, signal });
    const text = await response.text();
    if (response.headers.get("x-muniment-start") !== token) return "another server answers";
    return response.ok ? null : `${response.status} ${text.slice(0, 300)}`;
  } catch (error) {
    const { message, cause } = /** @type {Error} */ (error);
    return `no answer (${cause instanceof Error ? cause.message : message})`;
  }
}
