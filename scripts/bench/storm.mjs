import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {{ path: string, body: object }} Ask */
/** @typedef {{ send(path: string, body: unknown, signal?: AbortSignal): Promise<Response> }} Web */

/**
 * What costs most, one of each class: a common word with a filter that little passes, pieces of words,
 * exact counts, months.
 * @param {{ common: string, sparse: string, piece: string }} words
 * @returns {Ask[]}
 */
export function worstSearches({ common, sparse, piece }) {
  const page = (/** @type {string} */ text, more = {}) => ({
    path: "/api/search",
    body: { text, limit: 200, ...more },
  });
  const count = (/** @type {string} */ text) => ({
    path: "/api/search/count",
    body: { text, exact: true },
  });
  return [
    page(`${common} ${sparse}`),
    page(`${common} ${sparse}`, { order: "oldest" }),
    page(`substring:"${piece}"`),
    count(common),
    count(`substring:"${piece}"`),
    { path: "/api/search/months", body: { text: common } },
  ];
}

/**
 * So many clients at once, each of which asks, and asks again when it is told that there is no room. They
 * go away all together, as if their tabs were closed.
 */
export class Storm {
  /** Status → answers. @type {Map<number, number>} */
  answers = new Map();
  /** Answers 503 that did not say when to come again. */
  rude = 0;
  leaving = new AbortController();

  /** @param {Web[]} webs @param {Ask[]} asks @param {number} clients */
  constructor(webs, asks, clients) {
    // Each request of each client listens to it.
    setMaxListeners(0, this.leaving.signal);
    this.done = Promise.all(
      Array.from({ length: clients }, (_, n) => {
        const [web, ask] = [webs[n % webs.length], asks[n % asks.length]];
        return web && ask && this.client(web, ask).catch(() => {});
      }),
    );
  }

  /** @param {Web} web @param {Ask} ask */
  async client(web, { path, body }) {
    const { signal } = this.leaving;
    while (!signal.aborted) {
      const answer = await web.send(path, body, signal);
      await answer.arrayBuffer();
      this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
      if (answer.status !== 503) continue;
      const after = Number(answer.headers.get("retry-after"));
      if (!(after > 0)) this.rude += 1;
      await sleep((after || 1) * 1_000, null, { signal });
    }
  }

  /** @param {number} status */
  count(status) {
    return this.answers.get(status) ?? 0;
  }

  async leave() {
    this.leaving.abort();
    await this.done;
  }
}

/**
 * Backends of the search that run something just now.
 * @param {import("postgres").Sql} sql @returns {Promise<number[]>} process numbers
 */
export async function searchingBackends(sql) {
  const rows = await sql`
    select pid from pg_stat_activity where application_name = 'muniment search'
    and state <> 'idle' and datname = current_database() order by pid`;
  return rows.map((it) => it.pid);
}
